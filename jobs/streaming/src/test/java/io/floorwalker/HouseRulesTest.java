package io.floorwalker;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.floorwalker.source.EventSource;
import io.floorwalker.source.RosterSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.streaming.api.TimerService;

/** The rules of the house that a compiler does not hold. */
@AnalyzeClasses(
    packages = "io.floorwalker",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class HouseRulesTest {

  @ArchTest
  static final ArchRule STAGES_MEET_IN_THE_PIPELINE_ONLY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("job")
          .definedBy("io.floorwalker.job")
          .layer("pipeline")
          .definedBy("io.floorwalker.pipeline")
          .layer("ingest")
          .definedBy("io.floorwalker.ingest..")
          .layer("detect")
          .definedBy("io.floorwalker.detect..")
          .layer("orders")
          .definedBy("io.floorwalker.orders")
          .layer("deliver")
          .definedBy("io.floorwalker.deliver..")
          .layer("decide")
          .definedBy("io.floorwalker.decide")
          .layer("lake")
          .definedBy("io.floorwalker.lake")
          .layer("source")
          .definedBy("io.floorwalker.source")
          .layer("runtime")
          .definedBy("io.floorwalker.runtime")
          .layer("config")
          .definedBy("io.floorwalker.config")
          .whereLayer("job")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("pipeline", "job")
          .whereLayer("detect")
          .mayOnlyBeAccessedByLayers("orders", "pipeline", "job") // its buffer and late events
          .whereLayer("orders")
          .mayOnlyBeAccessedByLayers("lake", "pipeline", "job")
          .whereLayer("deliver")
          .mayOnlyBeAccessedByLayers("pipeline", "job")
          .whereLayer("decide")
          .mayOnlyBeAccessedByLayers("pipeline", "job", "runtime")
          .whereLayer("lake")
          .mayOnlyBeAccessedByLayers("pipeline", "job")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("ingest", "detect", "orders", "lake", "pipeline", "job")
          .whereLayer("runtime")
          .mayOnlyBeAccessedByLayers("pipeline", "job");

  @ArchTest
  static final ArchRule DECISIONS_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("io.floorwalker.decisions")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.floorwalker.decisions",
              "io.floorwalker.contract",
              "io.floorwalker.schema",
              "java..",
              "org.apache.avro..",
              "org.jspecify..",
              "org.snakeyaml..")
          .because("a decision is a function of what it is given");

  @ArchTest
  static final ArchRule EVENT_TIME_IS_ASSIGNED_IN_THE_SOURCE_ONLY =
      noClasses()
          .should()
          .callMethodWhere(target(name("assignTimestampsAndWatermarks")))
          .because("behind the source, partitions that are read unevenly make each other late");

  @ArchTest
  static final ArchRule NO_IDLENESS =
      noClasses()
          .should()
          .callMethodWhere(target(name("withIdleness")))
          .because("silence is proved through the log");

  @ArchTest
  static final ArchRule TIMEOUTS_NEED_A_TIMER =
      noClasses()
          .should()
          .callMethod(Pattern.class, "within", Duration.class, WithinType.class)
          .because(
              "PREVIOUS_AND_CURRENT registers no timer and fires only with the key's next event");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_EVENTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.floorwalker.job")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("a clock is a constructor parameter, and only jobs hand one out");

  @ArchTest
  static final ArchRule PROCESSING_TIME_IS_FOR_DELIVERY =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.floorwalker.deliver")
          .should()
          .callMethod(TimerService.class, "currentProcessingTime")
          .orShould()
          .callMethod(TimerService.class, "registerProcessingTimeTimer", long.class)
          .because("only what acts on the world goes by the wall clock");

  @ArchTest
  static final ArchRule NO_STATIC_STATE =
      fields().that().areStatic().should().beFinal().because("a JVM runs several jobs");

  @ArchTest
  static final ArchRule TOPICS_ARE_READ_THROUGH_THE_SOURCE_STAGE =
      classes()
          .that(belongToAnyOf(EventSource.class, RosterSource.class))
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .resideInAnyPackage(
              "io.floorwalker.source", "io.floorwalker.pipeline", "io.floorwalker.job")
          .allowEmptyShould(false);
}
