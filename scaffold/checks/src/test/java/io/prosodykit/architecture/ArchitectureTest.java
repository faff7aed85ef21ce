package io.prosodykit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "io.prosodykit", importOptions = MainClasses.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule MUSTACHE_STAYS_IN_THE_RENDERER =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.TemplateRenderer(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.mustachejava..");

  @ArchTest
  static final ArchRule JACKSON_STAYS_IN_THE_READERS_AND_WRITERS_OF_JSON =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.json\\.Json(Input|Fields|Output)?(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule LUAJAVA_STAYS_IN_THE_CHILD_PROCESS =
      noClasses()
          .that()
          .haveNameNotMatching(
              ".*\\.(SpecChild|ChildFiles|ConfigurationChild|ChildSources)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("party.iroiro..");

  @ArchTest
  static final ArchRule NOTHING_OF_MAVEN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", "org.codehaus..");

  @ArchTest
  static final ArchRule NOTHING_LOGS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "org.slf4j..",
              "org.apache.logging..",
              "org.apache.commons.logging..",
              "com.google.common.flogger..")
          .orShould()
          .callMethod(System.class, "getLogger", String.class);

  @ArchTest
  static final ArchRule LUA_KNOWS_NOTHING_OF_SCAFFOLDS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.prosodykit.lua..",
              "io.prosodykit.module..",
              "io.prosodykit.moduletree..",
              "io.prosodykit.record..",
              "io.prosodykit.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prosodykit.scaffold..");

  @ArchTest
  static final ArchRule NOTHING_BUT_THE_LINTER_KNOWS_RULES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.prosodykit.lua..",
              "io.prosodykit.module..",
              "io.prosodykit.moduletree..",
              "io.prosodykit.record..",
              "io.prosodykit.config..",
              "io.prosodykit.scaffold..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prosodykit.lint..");

  @ArchTest
  static final ArchRule SIGNATURES_ARE_OF_THE_JDK_OUR_OWN_OR_IMMUTABLE_COLLECTIONS =
      classes().that().arePublic().should(haveOnlyAllowedTypesInPublicSignatures());

  private static ArchCondition<JavaClass> haveOnlyAllowedTypesInPublicSignatures() {
    return new ArchCondition<>("have only allowed types in public signatures") {
      @Override
      public void check(JavaClass owner, ConditionEvents events) {
        for (JavaCodeUnit unit : owner.getCodeUnits()) {
          if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
            unit.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !allowed(type))
                .forEach(
                    type ->
                        events.add(
                            SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " has " + type.getName())));
          }
        }
      }
    };
  }

  private static boolean allowed(JavaClass type) {
    return type.isPrimitive()
        || type.getPackageName().startsWith("java.")
        || (type.getPackageName().startsWith("io.prosodykit.")
            && type.getModifiers().contains(JavaModifier.PUBLIC))
        || type.getName().startsWith("com.google.common.collect.Immutable")
        || type.getName().equals("com.google.common.graph.ImmutableGraph");
  }
}
