package io.prosodykit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Jackson 2 and 3 write public records and constants the same: they say how, or have components
 * that both write the same without modules.
 */
class JsonShapeTest {
  /**
   * What sources say, down to their syntax, and what others are given: the catalogue writes what
   * matters of it.
   */
  private static final ImmutableSet<String> OTHERS =
      ImmutableSet.of(
          "io.prosodykit.lua.",
          "io.prosodykit.module.",
          "io.prosodykit.moduletree.",
          "io.prosodykit.config.Computed",
          "io.prosodykit.config.ConfigFile",
          "io.prosodykit.config.ConfigOption",
          "io.prosodykit.config.ConfigSection",
          "io.prosodykit.configuration.ServerEnvironment",
          "io.prosodykit.evidence.KnowledgeLayer",
          "io.prosodykit.facts.ServerLayer",
          "io.prosodykit.server.ProsodyInstallation");

  private static final ImmutableSet<String> PACKAGES =
      ImmutableSet.of(
          "busted",
          "catalog",
          "changes",
          "config",
          "configuration",
          "evidence",
          "facts",
          "lint",
          "packaging",
          "problem",
          "scaffold",
          "server",
          "specification",
          "version");

  @Test
  void bothVersionsOfJacksonWriteRecordsAndConstantsTheSame() {
    TreeSet<String> differing = new TreeSet<>();
    new ClassFileImporter()
        .withImportOption(new MainClasses())
        .importPackages("io.prosodykit")
        .forEach(
            type -> {
              Class<?> raw = type.reflect();
              if (isPublic(raw) && isResult(raw) && !isPlain(raw)) {
                differing.add(raw.getName());
              }
            });
    assertThat(differing).isEmpty();
  }

  private static boolean isResult(Class<?> type) {
    return (type.isRecord() || type.isEnum())
        && PACKAGES.stream().anyMatch(name -> type.getPackageName().equals("io.prosodykit." + name))
        && OTHERS.stream().noneMatch(type.getName()::startsWith);
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  private static boolean isPlain(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      return (Collection.class.isAssignableFrom(raw)
              || Map.class.isAssignableFrom(raw)
              || saysHow(raw))
          && Stream.of(generic.getActualTypeArguments()).allMatch(JsonShapeTest::isPlain);
    }
    if (!(type instanceof Class<?> raw)) {
      return true;
    }
    return raw.isPrimitive()
        || ImmutableSet.of(String.class, Object.class, URI.class).contains(raw)
        || saysHow(raw)
        || (raw.isRecord()
            && Stream.of(raw.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .allMatch(JsonShapeTest::isPlain));
  }

  private static boolean saysHow(Class<?> type) {
    return Stream.<AnnotatedElement[]>of(
            type.getDeclaredMethods(), type.getDeclaredFields(), type.getDeclaredConstructors())
        .flatMap(Stream::of)
        .anyMatch(
            member ->
                List.of(JsonValue.class, JsonProperty.class, JsonCreator.class).stream()
                    .anyMatch(member::isAnnotationPresent));
  }
}
