package io.floorwalker.deliver;

import io.floorwalker.deliver.web.CheckedSockets;
import io.floorwalker.deliver.web.Networks;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where mail is handed in, over SMTP; encrypted unless the target says {@code tls: none}. */
final class MailServer {
  private final Session session;
  private final @Nullable String user;
  private final @Nullable String password;

  /** How to get in; {@code user} and {@code password} are null where nobody asks. */
  record Entry(
      String host, int port, String tls, @Nullable String user, @Nullable String password) {}

  MailServer(Entry entry, Networks networks, Duration timeout) {
    this.session = Session.getInstance(properties(entry, networks, timeout));
    this.user = entry.user();
    this.password = entry.password();
  }

  MimeMessage newMessage(String id) {
    return new IdentifiedMail(session, id);
  }

  void send(MimeMessage message) throws MessagingException {
    message.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(user, password);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private static Properties properties(Entry entry, Networks networks, Duration timeout) {
    Properties properties = new Properties();
    String millis = Long.toString(timeout.toMillis());
    CheckedSockets sockets = new CheckedSockets(networks);
    properties.put("mail.smtp.host", entry.host());
    properties.put("mail.smtp.port", Integer.toString(entry.port()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", Boolean.toString(entry.user() != null));
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.ssl.socketFactory", sockets);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(entry.tls().equals("implicit")));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(entry.tls().equals("starttls")));
    properties.put("mail.smtp.starttls.required", Boolean.toString(entry.tls().equals("starttls")));
    return properties;
  }

  /** A mail with the same Message-ID at each attempt, so that a mailbox can drop repeats. */
  private static final class IdentifiedMail extends MimeMessage {
    private final String id;

    IdentifiedMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@floorwalker.invalid>");
    }
  }
}
