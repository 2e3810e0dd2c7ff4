package io.floorwalker.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar that is handed to {@code flink run}: whole, of one piece, and without Flink itself. */
class JobJarIT {
  private static final Path FILE = Path.of("target/floorwalker-jobs.jar");
  private static final long MOST_BYTES = 100_000_000;

  private static JarFile jar;
  private static List<String> names;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(FILE.toFile());
    names = jar.stream().map(ZipEntry::getName).toList();
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void hasTheMainClassOfEveryJob() {
    assertThat(names)
        .containsAll(Jobs.all().stream().map(Job::getClass).map(JobJarIT::entry).toList());
  }

  @Test
  void hasNothingThatTheClusterHas() {
    assertThat(names)
        .noneMatch(
            name ->
                name.matches(
                    "org/apache/flink/(core|runtime|api|cep|configuration|metrics|types|util"
                        + "|streaming/(api|runtime)|state|table/(planner|runtime)"
                        + "|connector/(base|file|datagen))/.*\\.class"))
        .noneMatch(name -> name.startsWith("org/slf4j/") && name.endsWith(".class"))
        .noneMatch(name -> name.startsWith("org/apache/logging/"));
  }

  @Test
  void hasTheConnectorsTheCatalogAndTheFormats() {
    assertThat(names)
        .contains(
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/flink/connector/kafka/sink/KafkaSink.class",
            "org/apache/flink/formats/avro/typeutils/AvroTypeInfo.class",
            "org/apache/flink/dropwizard/metrics/DropwizardHistogramWrapper.class",
            "org/apache/iceberg/flink/sink/IcebergSink.class",
            "org/apache/iceberg/jdbc/JdbcCatalog.class",
            "org/apache/iceberg/rest/RESTCatalog.class",
            "org/apache/hadoop/fs/LocalFileSystem.class",
            "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
            "linux/aarch64/libzstd-jni-" + nativeVersion() + ".so");
  }

  /** Where two libraries bring a file of services of the same name, both are in it. */
  @Test
  void mergesTheServices() throws IOException {
    assertThat(lines("META-INF/services/org.apache.hadoop.fs.FileSystem"))
        .contains(
            "org.apache.hadoop.fs.LocalFileSystem", "org.apache.hadoop.hdfs.DistributedFileSystem");
    assertThat(lines("META-INF/services/org.apache.flink.table.factories.Factory"))
        .contains(
            "org.apache.iceberg.flink.FlinkCatalogFactory",
            "org.apache.flink.streaming.connectors.kafka.table.KafkaDynamicTableFactory",
            "org.apache.flink.formats.avro.AvroFormatFactory");
    assertThat(names.stream().filter(name -> name.startsWith("META-INF/services/")))
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsTheLicencesAndIsNotSigned() throws IOException {
    assertThat(lines("META-INF/LICENSE.md")).contains("# Eclipse Public License - v 2.0");
    assertThat(lines("META-INF/LICENSE")).contains("Apache License");
    assertThat(lines("META-INF/NOTICE")).contains("Apache Avro", "Apache Flink", "Apache Hadoop");
    assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"));
    assertThat(jar.isMultiRelease()).isTrue();
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(FILE)).isLessThan(MOST_BYTES);
  }

  private static String nativeVersion() {
    return names.stream()
        .filter(name -> name.startsWith("linux/amd64/libzstd-jni-"))
        .findFirst()
        .map(name -> name.replaceAll(".*libzstd-jni-(.*)\\.so", "$1"))
        .orElseThrow();
  }

  private static String entry(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static List<String> lines(String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .toList();
  }
}
