package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.occasion;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.Networks;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail against a real SMTP server on this machine. */
class MailTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir Path folder;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aCustomerGetsMailThatOneClickStops() throws Exception {
    assertThat(
            mail(TestingWeb.LOOPBACK, "jane@shop.example")
                .carry(Letter.first(reminder()), NOON)
                .result())
        .isEqualTo(Result.DELIVERED);

    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Ihr Warenkorb ist noch da");
    assertThat(received.getAllRecipients())
        .containsExactly(new InternetAddress("jane@shop.example"));
    assertThat(received.getHeader("List-Unsubscribe"))
        .containsExactly("<https://shop.example/off?a=a-1>");
    assertThat(received.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(received.getMessageID()).isEqualTo("<a-1@floorwalker.invalid>");
    MimeMultipart parts = (MimeMultipart) received.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("Wert 79,00 EUR");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
  }

  @Test
  void staffHaveNothingToUnsubscribe() throws Exception {
    Action action =
        planned("a-1")
            .setAudience(Audience.INTERNAL)
            .setAccountId("x\r\nBcc: victim@evil.example")
            .setOccasion(occasion("champion_dark").build())
            .build();
    mail(TestingWeb.LOOPBACK, "rep@shop.example").carry(Letter.first(action), NOON);
    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getHeader("List-Unsubscribe")).isNull();
    assertThat(received.getHeader("Bcc")).isNull();
    assertThat(received.getSubject()).contains("x Bcc: victim[at]evil[.]example");
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whatIsNoAddressFailsAndWhoHasNoneIsNotWrittenTo() throws Exception {
    assertThat(mail(TestingWeb.LOOPBACK, "a@b\r\nc").carry(Letter.first(reminder()), NOON).error())
        .isEqualTo("bad_address");
    assertThat(mail(TestingWeb.LOOPBACK, null).carry(Letter.first(reminder()), NOON).error())
        .isEqualTo("no_address");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsNotPublicIsNotConnected() throws Exception {
    Answer answer =
        mail(Networks.allowing(""), "jane@shop.example").carry(Letter.first(reminder()), NOON);
    assertThat(answer.error()).isEqualTo("forbidden_address");
    assertThat(answer.result()).isEqualTo(Result.FAILED);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsTriedAgain() throws Exception {
    Mail mail = mail(TestingWeb.LOOPBACK, "jane@shop.example");
    server.stop();
    assertThat(mail.carry(Letter.first(reminder()), NOON).result()).isEqualTo(Result.RETRY);
  }

  @Test
  void aWrongPasswordShutsTheTarget() throws Exception {
    server.setUser("desk@shop.example", "desk", "right");
    Answer answer =
        mail(TestingWeb.LOOPBACK, "jane@shop.example", "wrong")
            .carry(Letter.first(reminder()), NOON);
    assertThat(answer).isEqualTo(Answer.refused("auth_failed"));
  }

  @Test
  void aServerThatCannotProveWhoItIsGetsNothing() throws Exception {
    GreenMail unknown = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    unknown.start();
    try {
      MailServer.Entry entry =
          new MailServer.Entry("127.0.0.1", unknown.getSmtps().getPort(), "implicit", null, null);
      Answer answer =
          mail(entry, TestingWeb.LOOPBACK, "jane@shop.example")
              .carry(Letter.first(reminder()), NOON);
      assertThat(answer.result()).isEqualTo(Result.RETRY);
      assertThat(unknown.getReceivedMessages()).isEmpty();
    } finally {
      unknown.stop();
    }
  }

  @Test
  void aFileOfRecipientsIsReadAgainWhenItChanges() throws IOException {
    Path file = Files.writeString(folder.resolve("who.yaml"), "owner:jane: jane@shop.example\n");
    FileDirectory directory = new FileDirectory(file);
    assertThat(directory.address("owner:jane")).contains("jane@shop.example");
    assertThat(directory.address("owner:joe")).isEmpty();
    Files.writeString(file, "owner:joe: joe@shop.example\n");
    Files.setLastModifiedTime(file, FileTime.from(NOON));
    assertThat(directory.address("owner:joe")).contains("joe@shop.example");
  }

  private static Action reminder() {
    return planned("a-1")
        .setTreatment("send_reminder")
        .setOccasion(occasion("cart_abandoned").build())
        .build();
  }

  private Mail mail(Networks networks, @Nullable String address) throws Exception {
    return mail(networks, address, null);
  }

  private Mail mail(Networks networks, @Nullable String address, @Nullable String password)
      throws Exception {
    String user = password == null ? null : "desk";
    int port = server.getSmtp().getPort();
    return mail(new MailServer.Entry("127.0.0.1", port, "none", user, password), networks, address);
  }

  private static Mail mail(MailServer.Entry entry, Networks networks, @Nullable String address)
      throws Exception {
    return new Mail(
        new MailServer(entry, networks, TIMEOUT),
        recipient -> Optional.ofNullable(address),
        Wording.in("de", null),
        new Mail.Sending(
            new InternetAddress("shop@shop.example"), "https://shop.example/off?a={action_id}"));
  }
}
