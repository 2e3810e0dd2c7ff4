package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.ForbiddenAddress;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail, as text and as HTML. What goes to customers carries List-Unsubscribe and the header
 * for one click (RFC 8058).
 */
final class Mail implements Carrier {
  private final MailServer server;
  private final RecipientDirectory addresses;
  private final Wording wording;
  private final Sending sending;

  /** Who sends, and where a reader gets off; {@code {action_id}} in it is replaced. */
  record Sending(InternetAddress from, String unsubscribe) {}

  Mail(MailServer server, RecipientDirectory addresses, Wording wording, Sending sending) {
    this.server = server;
    this.addresses = addresses;
    this.wording = wording;
    this.sending = sending;
  }

  @Override
  public Answer carry(Letter letter, Instant at) throws IOException {
    Action action = letter.action();
    Optional<String> address = addresses.address(action.getRecipientRef());
    if (address.isEmpty()) {
      return Answer.noAddress();
    }
    try {
      server.send(mail(action, new InternetAddress(address.get(), true), at));
      return Answer.delivered();
    } catch (AddressException e) {
      return Answer.impossible("bad_address");
    } catch (AuthenticationFailedException e) {
      return Answer.refused("auth_failed");
    } catch (MessagingException e) {
      return refused(e);
    }
  }

  /** A mail is in the mailbox, and one more would be one too many. */
  @Override
  public Answer takeBack(Letter letter, Instant at) {
    return Answer.irrevocable();
  }

  private MimeMessage mail(Action action, InternetAddress to, Instant at)
      throws MessagingException {
    Message message = wording.of(action);
    String id = URLEncoder.encode(action.getActionId(), StandardCharsets.UTF_8);
    MimeMessage mail = server.newMessage(id);
    mail.setFrom(sending.from());
    mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
    mail.setSubject(message.title(), "UTF-8");
    mail.setSentDate(Date.from(at));
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (action.getAudience() == Audience.CUSTOMER) {
      String off = sending.unsubscribe().replace("{action_id}", id);
      mail.setHeader("List-Unsubscribe", "<" + off + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setContent(body(message));
    return mail;
  }

  private static MimeMultipart body(Message message) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(message.text(), "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(Html.of(message), "UTF-8", "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** 4xx of SMTP passes, 5xx does not. */
  private static Answer refused(MessagingException failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof ForbiddenAddress forbidden) {
        return NoAnswer.to(forbidden);
      }
      int code = code(cause);
      if (code >= 400) {
        String word = "smtp_" + code;
        return code < 500 ? Answer.none(word) : Answer.impossible(word);
      }
    }
    return Answer.none("smtp");
  }

  private static int code(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail
        ? mail.getNextException()
        : failure.getCause();
  }
}
