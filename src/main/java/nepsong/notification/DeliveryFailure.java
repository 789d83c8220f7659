package nepsong.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Why a mail did not go out, with what that means for it and for the mails behind it. */
class DeliveryFailure extends Exception {

    enum Scope {
        /** This mail, for ever: somebody has to correct its address. */
        PERMANENT,
        /** This mail, for now; the server is well. */
        THIS_MAIL,
        /** The line broke during this mail: its fault, or the server's. */
        LINE,
        /** Every mail, for now. */
        SERVER
    }

    private static final int SERVICE_CLOSES = 421;
    private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d{1,3}\\b");

    private final Scope scope;

    DeliveryFailure(Scope scope, String reason) {
        super(reason);
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** The same, where it was we who ended it. */
    DeliveryFailure afterTooLong(Duration longest) {
        return new DeliveryFailure(
                scope,
                "Máy chủ thư trả lời quá chậm, mỗi thư không được quá " + longest.toSeconds() + " giây: "
                        + getMessage());
    }

    static DeliveryFailure whileConnecting(MessagingException failure) {
        String reason = failure instanceof AuthenticationFailedException
                ? "Máy chủ thư không chấp nhận tài khoản gửi: "
                : "Không kết nối được máy chủ thư: ";
        return new DeliveryFailure(Scope.SERVER, reason + innermost(failure));
    }

    static DeliveryFailure whileSending(MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return ofAddress(refused);
            }
            if (cause instanceof AddressException) {
                return new DeliveryFailure(Scope.PERMANENT, "Địa chỉ không hợp lệ: " + cause.getMessage());
            }
        }
        if (failure instanceof SMTPSendFailedException refused) {
            return ofAnswer(refused);
        }
        return new DeliveryFailure(Scope.LINE, "Mất kết nối khi đang gửi: " + innermost(failure));
    }

    private static DeliveryFailure ofAddress(SMTPAddressFailedException refused) {
        int code = refused.getReturnCode();
        if (code == SERVICE_CLOSES) {
            return new DeliveryFailure(Scope.SERVER, "Máy chủ thư tạm ngừng phục vụ: " + line(refused));
        }
        return isForEver(code, refused)
                ? new DeliveryFailure(Scope.PERMANENT, "Máy chủ thư từ chối địa chỉ: " + line(refused))
                : new DeliveryFailure(Scope.THIS_MAIL, "Địa chỉ tạm thời chưa nhận được thư: " + line(refused));
    }

    /** A refusal of the sender or for want of a login is a matter of settings, and no fault of the mail. */
    private static DeliveryFailure ofAnswer(SMTPSendFailedException refused) {
        int code = refused.getReturnCode();
        String command = refused.getCommand() == null ? "" : refused.getCommand();
        if (code == -1) {
            return new DeliveryFailure(Scope.LINE, "Mất kết nối khi đang gửi: " + line(refused));
        }
        if (code == SERVICE_CLOSES || code == 530 || command.startsWith("MAIL")) {
            return new DeliveryFailure(Scope.SERVER, "Máy chủ thư chưa nhận thư: " + line(refused));
        }
        return isForEver(code, refused)
                ? new DeliveryFailure(Scope.PERMANENT, "Máy chủ thư từ chối thư: " + line(refused))
                : new DeliveryFailure(Scope.THIS_MAIL, "Máy chủ thư tạm hoãn thư: " + line(refused));
    }

    /**
     * What a server's rules forbid (RFC 3463: 5.7), as a relay that does not know us, is mended in its settings: whatever
     * was written meanwhile need not be sent again by hand, mail by mail.
     */
    private static boolean isForEver(int code, MessagingException refused) {
        return code >= 500 && !POLICY.matcher(line(refused)).find();
    }

    private static String innermost(MessagingException failure) {
        Exception last = failure;
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            last = cause;
        }
        return last.getClass().getSimpleName() + ": " + line(last);
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception failure) {
        if (failure instanceof MessagingException messaging) {
            return messaging.getNextException();
        }
        return failure.getCause() instanceof Exception cause ? cause : null;
    }

    private static String line(Exception failure) {
        return Facts.line(failure.getMessage());
    }
}
