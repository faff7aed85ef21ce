package io.prosodykit.catalog;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.ImmutableGraph;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What this module may depend on, and which types its users see. */
@AnalyzeClasses(packages = "io.prosodykit", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_JSON_CLASSES_SEE_THE_PARSER =
      noClasses()
          .that(
              describe(
                  "are not Json, JsonInput, JsonFields or JsonOutput",
                  type ->
                      !type.getName().matches(".*\\.json\\.Json(Input|Fields|Output)?(\\$.*)?")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule NOTHING_LOGS =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.util.logging..",
                  "org.slf4j..",
                  "org.apache.logging..",
                  "org.apache.commons.logging..",
                  "com.google.common.flogger.."))
          .orShould()
          .callMethod(System.class, "getLogger", String.class)
          .orShould()
          .callMethod(System.class, "getLogger", String.class, ResourceBundle.class);

  @ArchTest
  static final ArchRule NO_FIELD_CAN_BE_CHANGED_FROM_OUTSIDE =
      fields()
          .that()
          .areDeclaredInClassesThat(JavaTypes.EXPORTED)
          .and()
          .areNotPrivate()
          .should()
          .beFinal()
          .andShould(JavaTypes.notBeArrays());

  @ArchTest
  static final ArchRule EXPORTED_CLASSES_CANNOT_BE_EXTENDED =
      classes()
          .that(JavaTypes.EXPORTED)
          .and(not(describe("exceptions", type -> type.isAssignableTo(Throwable.class))))
          .should(JavaTypes.beClosed());

  @ArchTest
  static final ArchRule SIGNATURES_NAME_FEW_LIBRARIES =
      classes().that(JavaTypes.EXPORTED).should(JavaTypes.haveSignaturesOf(JavaTypes.ALLOWED));

  /** Describes types in the messages of rules. */
  private static final class JavaTypes {
    /** The packages that the module exports to nobody, or to our own modules alone. */
    private static final ImmutableSet<String> PRIVATE =
        ImmutableSet.of(
            "io.prosodykit.data",
            "io.prosodykit.files",
            "io.prosodykit.json",
            "io.prosodykit.knowledge",
            "io.prosodykit.text");

    static final DescribedPredicate<JavaClass> EXPORTED =
        describe("are exported", JavaTypes::isExported);

    static final DescribedPredicate<JavaClass> ALLOWED =
        resideInAPackage("java..")
            .or(describe("exported", JavaTypes::isExported))
            .or(describe("primitive", JavaClass::isPrimitive))
            .or(
                describe(
                    "an immutable collection of Guava's",
                    type ->
                        type.isAssignableTo(ImmutableCollection.class)
                            || type.isEquivalentTo(ImmutableMap.class)
                            || type.isEquivalentTo(ImmutableGraph.class)
                            || type.isEquivalentTo(ImmutableRangeSet.class)))
            .or(resideInAnyPackage("com.fasterxml.jackson.annotation", "org.jspecify.annotations"));

    private JavaTypes() {}

    private static boolean isExported(JavaClass type) {
      return !PRIVATE.contains(type.getPackageName())
          && type.getModifiers().contains(JavaModifier.PUBLIC)
          && type.getEnclosingClass().map(JavaTypes::isExported).orElse(true);
    }

    static ArchCondition<JavaField> notBeArrays() {
      return condition(
          "not be arrays", field -> !field.getRawType().isArray(), JavaField::getFullName);
    }

    static ArchCondition<JavaClass> beClosed() {
      return condition(
          "be final, a record, an enum or sealed",
          type -> type.getModifiers().contains(FINAL) || type.isEnum() || type.reflect().isSealed(),
          JavaClass::getName);
    }

    static ArchCondition<JavaClass> haveSignaturesOf(DescribedPredicate<JavaClass> allowed) {
      return new ArchCondition<>("have signatures of " + allowed.getDescription()) {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          signature(type)
              .filter(named -> !allowed.test(named.getBaseComponentType()))
              .distinct()
              .forEach(
                  named ->
                      events.add(
                          SimpleConditionEvent.violated(
                              type, type.getName() + " shows " + named.getName())));
        }
      };
    }

    private static <T> ArchCondition<T> condition(
        String description, Predicate<T> holds, Function<T, String> name) {
      return new ArchCondition<>(description) {
        @Override
        public void check(T item, ConditionEvents events) {
          events.add(
              new SimpleConditionEvent(
                  item, holds.test(item), name.apply(item) + " does not: " + description));
        }
      };
    }

    /** Every type that a user of the class sees in its declaration and its public members. */
    private static Stream<JavaClass> signature(JavaClass type) {
      Stream<JavaType> parents =
          Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
      Stream<JavaType> fields =
          type.getFields().stream()
              .filter(field -> isSeen(field.getModifiers()))
              .map(JavaField::getType);
      Stream<JavaClass> members =
          type.getCodeUnits().stream()
              .filter(unit -> isSeen(unit.getModifiers()))
              .flatMap(JavaTypes::signature);
      Stream<JavaClass> annotations =
          type.getAnnotations().stream().map(JavaAnnotation::getRawType);
      return Stream.of(
              Stream.concat(parents, fields).flatMap(JavaTypes::involved), members, annotations)
          .flatMap(part -> part);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
      Stream<JavaType> types =
          Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
      return Stream.of(
              types.flatMap(JavaTypes::involved),
              unit.getExceptionTypes().stream(),
              unit.getAnnotations().stream().map(JavaAnnotation::getRawType))
          .flatMap(part -> part);
    }

    private static Stream<JavaClass> involved(JavaType type) {
      return type.getAllInvolvedRawTypes().stream();
    }

    private static boolean isSeen(Set<JavaModifier> modifiers) {
      return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
  }
}
