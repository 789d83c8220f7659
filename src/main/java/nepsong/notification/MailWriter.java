package nepsong.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** A queued mail as the message that goes over the line: text and HTML, UTF-8, one recipient. */
@Component
class MailWriter {

    private static final String STREAMS = "jakarta.mail.util.StreamProvider";

    /** RFC 5321, less the brackets around it. */
    private static final int LONGEST_ADDRESS = 254;

    private final MailTemplates templates;
    private final Enclosures enclosures;
    private final MailSettings settings;

    MailWriter(MailTemplates templates, Enclosures enclosures, MailSettings settings) {
        // Not named, it is looked for on the whole class path again and again: half the time that a mail takes.
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
        this.templates = templates;
        this.enclosures = enclosures;
        this.settings = settings;
    }

    MimeMessage write(QueuedMail mail, Session session) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(session, messageId(mail));
        MimeMessageHelper writer = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        message.setFrom(named(settings.sender(), settings.senderName()));
        InternetAddress recipient = named(mail.address(), mail.name());
        message.setRecipient(Message.RecipientType.TO, recipient);
        message.setSubject(Facts.line(mail.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.createdAt().toInstant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        Optional<MailPapers.File> paper = enclosures.paper(mail);
        QueuedMail told = paper.isPresent() ? mail : mail.withoutPaper();
        writer.setText(templates.text(told), templates.html(told));
        Appointment appointment = Appointment.of(mail.facts().get("appointment"));
        if (appointment != null) {
            byte[] file = appointment
                    .file(mail.createdAt().toInstant(), settings.sender())
                    .getBytes(StandardCharsets.UTF_8);
            writer.addAttachment(
                    Enclosures.APPOINTMENT,
                    new ByteArrayDataSource(file, "text/calendar; charset=UTF-8; method=" + appointment.method()));
        }
        if (paper.isPresent()) {
            String name = paper.get().name();
            writer.addAttachment(
                    name,
                    new ByteArrayDataSource(
                            paper.get().content(),
                            MediaTypeFactory.getMediaType(name)
                                    .orElse(MediaType.APPLICATION_OCTET_STREAM)
                                    .toString()));
        }
        message.saveChanges();
        return message;
    }

    /** Depends on the mail's key alone: a message that was sent twice is seen as one by whoever receives it. */
    String messageId(QueuedMail mail) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((mail.key() + "#" + mail.resends()).getBytes(StandardCharsets.UTF_8));
            String domain = settings.sender().substring(settings.sender().lastIndexOf('@') + 1);
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws AddressException where this is not exactly one plain address */
    static InternetAddress plain(String address) throws AddressException {
        if (address.length() > LONGEST_ADDRESS
                || !address.equals(Facts.line(address))
                || !address.matches("[^@\\s<>,;:\"]+@[^@\\s<>,;:\"]+")) {
            throw new AddressException("địa chỉ phải có dạng ten@mien", Facts.line(address));
        }
        return new InternetAddress(address, true);
    }

    private static InternetAddress named(String address, String name) throws AddressException {
        InternetAddress plain = plain(address);
        try {
            plain.setPersonal(Facts.line(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return plain;
    }

    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
