package io.floorwalker.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses and secrets hold the word hush; no text that people see may. */
class TargetsFileTest {
  @TempDir Path folder;

  @Test
  void everyChannelHasItsTarget() throws Exception {
    Files.writeString(folder.resolve("chat.secret"), "whsec_aHVzaA==\n");
    Map<String, TargetBlock> targets =
        read(
            """
            targets:
              chat:
                name: support desk
                url: https://example.test/hush
                secret_file: chat.secret
              crm:
                url: http://127.0.0.1:8080/hush
            """);
    assertThat(targets).containsOnlyKeys("chat", "crm");
    assertThat(targets.values())
        .extracting(TargetBlock::name)
        .containsExactly("support desk", "crm");
    assertThat(signed(targets, "chat")).isTrue();
    assertThat(signed(targets, "crm")).isFalse();
    assertThat(targets.toString()).doesNotContain("hush").contains("support desk");
  }

  @Test
  void aFileWithoutTargetsIsNone() throws Exception {
    assertThat(read("# nothing yet\n")).isEmpty();
    assertThat(read("targets: {}\n")).isEmpty();
  }

  @Test
  void theSampleThatIsShippedCanBeRead() throws Exception {
    Path sample = Path.of(System.getProperty("floorwalker.root"), "deploy/conf/targets.yaml");
    assertThat(TargetsFile.read(sample)).isEmpty();
    String text = Files.readString(sample);
    String inUse =
        text.substring(text.indexOf("targets: {}"))
            .replaceAll("(?m)^targets: \\{\\}.*$", "targets:")
            .replaceAll("(?m)^#   ?", "  ");
    for (String secret :
        List.of(
            "page.secret", "slack.token", "hubspot.token", "salesforce.secret", "mail.password")) {
      Files.writeString(folder.resolve(secret), "hush");
    }
    Files.writeString(folder.resolve("feedback.secret"), "hush".repeat(8));
    Files.writeString(folder.resolve("hubspot-contacts.yaml"), "owner:jane: 77");
    Map<String, TargetBlock> targets = read(inUse);
    assertThat(targets.values()).extracting(TargetBlock::type).contains(TargetType.values());
    open(inUse);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "targets: {chat: {}} | :1: targets.chat has no url; add the address of the webhook",
        "targets: {chat: {url: ftp://hush/x}} | :1: targets.chat url is no address; write https://",
        "targets: {chat: {url: hush}} | :1: targets.chat url is no address",
        "targets: {chat: {url: 'https://u:hush@host/'}} | url is no address; write https://host/path, without user",
        "targets: {chat: {url: 'https://ho st/hush'}} | url is no address",
        "targets: {chat: {url: [hush]}} | :1: targets.chat.url is no text",
        "targets: {chat: https://hush/} | :1: targets.chat is no block of keys; see deploy/conf/targets.yaml",
        "targets: {chat: {uri: https://hush/}} | unknown key uri; did you mean url?",
        "target: {chat: {url: https://hush/}} | unknown key target; did you mean targets?",
        "targets: {chat: {url: https://h/}, chat: {url: https://hush/}} | chat stands twice; remove one",
        "targets: {chat: {url: https://h/, secret_file: none}} | secret_file cannot be read (NoSuchFileException); check the path",
        "targets: {chat: {url: https://h/, secret_file: bad.secret}} | secret_file is not Base64 behind whsec_; write whsec_",
        "targets: {chat: {url: https://h/, secret_file: empty.secret}} | secret_file is empty; write whsec_",
        "targets: {chat: {type: slak, url: https://hush/}} | :1: targets.chat unknown type; did you mean slack?",
        "targets: {chat: {type: teams, url: https://hush/, token_file: x}} | unknown key token_file",
        "targets: {chat: {type: slack, token_file: empty.secret, conversation: C1}} | token_file holds no secret; write it there",
        "targets: {chat: {type: slack, token_file: ok.secret}} | has no conversation; add the channel's id",
        "targets: {chat: {type: teams, url: https://h/, evidence_url: https://hush/}} | evidence_url is no address with {detection_id}",
        "targets: {chat: {type: teams, url: https://h/, language: hush}} | language is none of en, de",
        "targets: {chat: {type: teams, url: https://h/, per_second: hush}} | per_second is no number above 0",
        "targets: {crm: {type: hubspot, token_file: ok.secret}} | has no recipients_file; name a YAML file with the HubSpot's number",
        "targets: {crm: {type: salesforce, url: https://h/, client_id: hush}} | has no secret_file; name the file",
        "targets: {crm: {type: hubspot, token_file: ok.secret, recipients_file: hush}} | recipients_file cannot be read; check",
        "targets: {mail: {type: email, host: hush, from: a@b.example, recipients_file: x}} | has no unsubscribe_url; add where a reader gets off",
        "targets: {mail: {type: email, host: h, from: hush, recipients_file: x, unsubscribe_url: https://h/}} | from is no mail address",
        "targets: {chat: {type: teams, url: https://h/, feedback_url: https://h/}} | has no feedback_secret_file; name the file",
        "targets: {chat: {type: teams, url: https://h/, feedback_secret_file: long.secret}} | has no feedback_url; add where",
        "targets: {chat: {type: teams, url: https://h/, feedback_secret_file: ok.secret, feedback_url: https://h/}} | feedback_secret_file has fewer than 16 characters",
        "targets: {chat: {type: slack, url: https://h/, feedback_secret_file: long.secret, feedback_url: https://hush}} | feedback_url does not end with a slash",
        "targets: [hush | is not YAML; look for",
        "targets: *hush | is not YAML",
      })
  void anErrorNamesFileKeyAndRemedyAndNoValue(String text, String message) throws IOException {
    Files.writeString(folder.resolve("bad.secret"), "whsec_{hush}");
    Files.writeString(folder.resolve("empty.secret"), "\n");
    Files.writeString(folder.resolve("ok.secret"), "hush\n");
    Files.writeString(folder.resolve("long.secret"), "hush".repeat(4));
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("targets.yaml")
        .hasMessageContaining(message)
        .hasNoCause()
        .extracting(Throwable::toString)
        .asString()
        .doesNotContain("hush");
  }

  @Test
  void aFileThatIsNotThereIsNamedWithItsSetting() {
    assertThatThrownBy(() -> TargetsFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("none.yaml: cannot be read")
        .hasMessageContaining("deliver.targets.file");
  }

  private static boolean signed(Map<String, TargetBlock> targets, String channel)
      throws InvalidSettings {
    TargetBlock target = targets.get(channel);
    return target != null && target.signature().isPresent();
  }

  private void open(String text) throws IOException, InvalidSettings {
    Channels.open(read(text), TestingWeb.open(), TestingWeb.LOOPBACK, TestingDispatch.TIMEOUT)
        .close();
  }

  private Map<String, TargetBlock> read(String text) throws IOException, InvalidSettings {
    return TargetsFile.read(Files.writeString(folder.resolve("targets.yaml"), text));
  }
}
