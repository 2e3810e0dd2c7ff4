package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script deploy/local/floorwalker. */
class LauncherTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("floorwalker.root")));
  private static final Path SCRIPT = ROOT.resolve("deploy/local/floorwalker");

  @TempDir Path folder;

  @Test
  void startsTheJvmWithTheFlagsOfTheBuild() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));

    assertThat(list("opens")).isEqualTo(property(pom, "jvm.opens"));
    assertThat(list("limits")).isEqualTo(property(pom, "jvm.limits"));
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void saysThatJavaIsMissing() throws Exception {
    Process process = script(folder.toString());

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(error(process)).contains("Java 17 is missing", "install a JDK 17");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void saysThatJavaIsOfAnotherVersion() throws Exception {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    Process process = script(folder.toString());

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(error(process)).contains("Java 17 is needed", "is 11", "install a JDK 17");
  }

  @Test
  void theUsersHeapWinsOverTheLaunchers() throws IOException {
    String script = Files.readString(SCRIPT);

    assertThat(script).contains("demo) heap=1536m");
    assertThat(script.indexOf("${FLOORWALKER_JAVA_OPTS:-}"))
        .isGreaterThan(script.indexOf("-Xmx$heap"));
  }

  private static Process script(String javaHome) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "--version");
    builder.environment().put("JAVA_HOME", javaHome);
    return builder.start();
  }

  private static String error(Process process) throws IOException {
    return new String(
        process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<String> list(String name) throws IOException {
    Matcher matcher =
        Pattern.compile(name + "=\\((.*?)\\)", Pattern.DOTALL).matcher(Files.readString(SCRIPT));
    assertThat(matcher.find()).isTrue();
    return words(matcher.group(1)).toList();
  }

  private static List<String> property(String pom, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(pom);
    assertThat(matcher.find()).isTrue();
    return words(matcher.group(1)).toList();
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1));
  }
}
