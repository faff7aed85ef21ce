package io.prosodykit.testing;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips or fails the tests that {@link RequiresProgram} marks. */
final class ProgramCondition implements ExecutionCondition, SkipExecutionHook {
  private final List<Path> path;
  private final boolean required;

  @SuppressWarnings("unused") // JUnit and jqwik call it
  ProgramCondition() {
    this(System.getenv("PATH"), ContinuousIntegration.isOn());
  }

  ProgramCondition(String path, boolean required) {
    this.path =
        Splitter.on(File.pathSeparatorChar)
            .omitEmptyStrings()
            .splitToStream(Strings.nullToEmpty(path))
            .map(Path::of)
            .toList();
    this.required = required;
  }

  /**
   * Returns the reason to skip.
   *
   * @throws IllegalStateException if there is one, and the programs are required here
   */
  Optional<String> reasonToSkip(List<String> programs) {
    List<String> missing = programs.stream().filter(program -> !installed(program)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String reason = "not installed: " + String.join(", ", missing);
    if (required) {
      throw new IllegalStateException(reason + "; with CI=true this is a failure");
    }
    return Optional.of(reason);
  }

  private boolean installed(String program) {
    return path.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ImmutableList<String> programs =
        AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
            .map(annotation -> ImmutableList.copyOf(annotation.value()))
            .orElse(ImmutableList.of());
    return reasonToSkip(programs)
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("programs are installed"));
  }

  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    ImmutableList<String> programs =
        context
            .findAnnotation(RequiresProgram.class)
            .map(annotation -> ImmutableList.copyOf(annotation.value()))
            .orElse(ImmutableList.of());
    return reasonToSkip(programs).map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
  }
}
