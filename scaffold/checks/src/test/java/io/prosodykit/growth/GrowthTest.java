package io.prosodykit.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.prosodykit.scaffold.merge.MergeShapes;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * No work grows faster than its input, but for a logarithm: twice the parts take at most 2.5 times
 * the steps and the memory. Steps are counted and no time is measured, so a busy machine changes
 * nothing.
 */
@Tag("slow")
class GrowthTest {
  private static final double MOST = 2.5;

  /** Enough parts that comparing each with every other takes many steps. */
  private static final int PARTS = 1_000;

  /** The steps that growing arrays and tables may add to little work. */
  private static final int FEW_STEPS = 10_000;

  private static final int FEW_BYTES = 500_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TestFactory
  Stream<DynamicTest> growsWithItsInput() {
    ClassLoader loader = new CountingLoader();
    return Stream.of(LintShapes.class, CatalogShapes.class, MergeShapes.class, OtherShapes.class)
        .flatMap(shapes -> shapes(loader, shapes).entrySet().stream())
        .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> check(shape.getValue())));
  }

  @SuppressWarnings("unchecked") // what the loader makes has only classes of Java in its signature
  private static Map<String, IntFunction<Runnable>> shapes(ClassLoader loader, Class<?> shapes) {
    try {
      Object made = loader.loadClass(shapes.getName()).getDeclaredConstructor().newInstance();
      return ((Supplier<Map<String, IntFunction<Runnable>>>) made).get();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Cost(long steps, long bytes) {
    static Cost of(Runnable work) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      long steps = Steps.of(work);
      return new Cost(steps, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
  }

  private static void check(IntFunction<Runnable> shape) {
    // things that are made once are made before
    shape.apply(1).run();
    Cost once = Cost.of(shape.apply(PARTS));
    Cost twice = Cost.of(shape.apply(2 * PARTS));

    assertThat(twice.steps).as("steps").isLessThan((long) (MOST * once.steps) + FEW_STEPS);
    assertThat(twice.bytes).as("bytes").isLessThan((long) (MOST * once.bytes) + FEW_BYTES);
  }
}
