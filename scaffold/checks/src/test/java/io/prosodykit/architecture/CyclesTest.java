package io.prosodykit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Packages know one another one way only, and within a package cycles stay small. */
@AnalyzeClasses(packages = "io.prosodykit", importOptions = MainClasses.class)
class CyclesTest {
  private static final int MOST_FILES = 8;

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices().matching("io.prosodykit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_WITHIN_PACKAGES_ARE_FREE_OF_CYCLES =
      slices().matching("io.prosodykit.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule A_CYCLE_HAS_AT_MOST_8_FILES = classes().should(beInNoLongCycle());

  private static ArchCondition<JavaClass> beInNoLongCycle() {
    return new ArchCondition<>("be in no cycle of more than " + MOST_FILES + " files") {
      private final MutableGraph<String> files = GraphBuilder.directed().build();

      @Override
      public void init(Collection<JavaClass> all) {
        for (JavaClass type : all) {
          files.addNode(file(type));
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String target = file(dependency.getTargetClass());
            if (target.startsWith("io.prosodykit.") && !target.equals(file(type))) {
              files.putEdge(file(type), target);
            }
          }
        }
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String file = file(type);
        if (!type.isTopLevelClass() || !files.nodes().contains(file)) {
          return;
        }
        Set<String> cycle = new HashSet<>(Graphs.reachableNodes(files, file));
        cycle.retainAll(Graphs.reachableNodes(Graphs.transpose(files), file));
        events.add(
            new SimpleConditionEvent(
                type,
                cycle.size() <= MOST_FILES,
                file + " is in a cycle of " + cycle.size() + " files: " + new TreeSet<>(cycle)));
      }
    };
  }

  /** The name of the outermost class. */
  private static String file(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
