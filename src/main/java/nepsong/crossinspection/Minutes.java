package nepsong.crossinspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a visit.
 *
 * @param refusalReason why the unit did not sign; empty where it did, as are the witnesses
 * @param teamSignature null in minutes that were written before signatures were asked for
 * @param unitSignature null where the unit did not sign
 * @param naApproved    whether the secretary let the inspectors leave out more points than pass by themselves
 */
public record Minutes(
        String teamSide,
        String unitSide,
        String content,
        String recommendations,
        String unitOpinion,
        boolean refusedToSign,
        String refusalReason,
        String firstWitness,
        String secondWitness,
        @Nullable Signature teamSignature,
        @Nullable Signature unitSignature,
        boolean naApproved) {

    @Nullable
    String teamSigner() {
        return teamSignature == null ? null : teamSignature.signer();
    }

    @Nullable
    LocalDate teamSignedOn() {
        return teamSignature == null ? null : teamSignature.on();
    }

    @Nullable
    String unitSigner() {
        return unitSignature == null ? null : unitSignature.signer();
    }

    @Nullable
    LocalDate unitSignedOn() {
        return unitSignature == null ? null : unitSignature.on();
    }

    /** Who signed for a side, with the position, and the day. */
    public record Signature(String signer, LocalDate on) {}
}
