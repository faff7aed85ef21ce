package io.prosodykit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test, of JUnit Jupiter or jqwik, that runs programs that the build does not provide.
 *
 * <p>If one is missing from the {@code PATH}, the test is skipped with a reason; with {@code
 * CI=true} in the environment it fails instead. The tag is {@code external}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("external")
@net.jqwik.api.Tag("external")
@ExtendWith(ProgramCondition.class)
@AddLifecycleHook(ProgramCondition.class)
public @interface RequiresProgram {
  /** The programs, for example {@code lua5.1}. */
  String[] value();
}
