package io.floorwalker.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.config.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Map<String, Target> targets =
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
        .extracting(Target::name, target -> target.signature() != null)
        .containsExactly(tuple("support desk", true), tuple("crm", false));
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
            .replaceAll("(?m)^#   ?", "  ")
            .replaceAll("(?m)^ +secret_file.*$", "");
    assertThat(read(inUse)).containsKeys("chat", "email");
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
        "targets: [hush | is not YAML; look for",
        "targets: *hush | is not YAML",
      })
  void anErrorNamesFileKeyAndRemedyAndNoValue(String text, String message) throws IOException {
    Files.writeString(folder.resolve("bad.secret"), "whsec_{hush}");
    Files.writeString(folder.resolve("empty.secret"), "\n");
    assertThatThrownBy(() -> read(text))
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

  private Map<String, Target> read(String text) throws IOException, InvalidSettings {
    return TargetsFile.read(Files.writeString(folder.resolve("targets.yaml"), text));
  }
}
