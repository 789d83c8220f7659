package nepsong.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A connection to the mail server, opened when it is first needed and used for as many mails as it bears. */
class SmtpLine implements AutoCloseable {

    private static final String TEN_SECONDS = "10000";
    private static final List<String> PROTOCOLS = List.of("smtp", "smtps");

    private final JavaMailSenderImpl server;
    private final MailWriter writer;
    private final Watchdog watchdog;
    private final Session session;
    private @Nullable Transport open;

    SmtpLine(JavaMailSenderImpl server, MailWriter writer, Duration longest) {
        this.server = server;
        this.writer = writer;
        this.watchdog = new Watchdog(longest);
        Properties properties = new Properties();
        properties.putAll(server.getSession().getProperties());
        for (String protocol : PROTOCOLS) {
            properties.put("mail." + protocol + ".socketFactory", watchdog);
            properties.put("mail." + protocol + ".socketFactory.fallback", "false");
        }
        this.session = Session.getInstance(properties);
    }

    /** Jakarta Mail waits for ever unless it is told otherwise. */
    static void limitWaiting(JavaMailSenderImpl server) {
        Properties properties = server.getJavaMailProperties();
        for (String protocol : PROTOCOLS) {
            for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                properties.putIfAbsent("mail." + protocol + "." + wait, TEN_SECONDS);
            }
        }
    }

    void send(QueuedMail mail) throws DeliveryFailure {
        MimeMessage message;
        try {
            message = writer.write(mail, session);
        } catch (MessagingException unwritable) {
            throw new DeliveryFailure(
                    DeliveryFailure.Scope.PERMANENT, "Địa chỉ không hợp lệ: " + Facts.line(unwritable.getMessage()));
        } catch (RuntimeException broken) {
            throw new DeliveryFailure(
                    DeliveryFailure.Scope.THIS_MAIL, "Không soạn được thư: " + Facts.line(broken.getMessage()));
        }
        try (Watchdog.Watch watch = watchdog.watch()) {
            Transport line = connect();
            try {
                line.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException failure) {
                DeliveryFailure reason = DeliveryFailure.whileSending(failure);
                if (reason.scope() != DeliveryFailure.Scope.PERMANENT || !line.isConnected()) {
                    hangUp();
                }
                throw reason;
            }
        } catch (DeliveryFailure failure) {
            throw watchdog.hasBitten() ? failure.afterTooLong(watchdog.longest()) : failure;
        }
    }

    private Transport connect() throws DeliveryFailure {
        if (open != null) {
            return open;
        }
        try {
            Transport line = session.getTransport(Objects.requireNonNullElse(server.getProtocol(), "smtp"));
            line.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            open = line;
            return line;
        } catch (MessagingException failure) {
            throw DeliveryFailure.whileConnecting(failure);
        }
    }

    @Override
    public void close() {
        // A slow server is slow at saying goodbye as well.
        try (Watchdog.Watch watch = watchdog.watch()) {
            hangUp();
        } finally {
            watchdog.close();
        }
    }

    private void hangUp() {
        Transport line = open;
        open = null;
        if (line == null) {
            return;
        }
        try {
            line.close();
        } catch (MessagingException alreadyGone) {
            // The mails on it are accounted for, one by one.
        }
    }
}
