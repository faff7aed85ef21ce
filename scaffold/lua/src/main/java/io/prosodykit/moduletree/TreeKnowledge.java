package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.EvidenceBuilder;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.KnowledgeBuilder;
import io.prosodykit.evidence.Source;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;

/**
 * What the modules below a folder are evidence of. There is a source for each branch of Prosody, so
 * that a module that is for some of them is not available on the others.
 */
final class TreeKnowledge {
  private final ModuleTree tree;
  private final LocalDate day;
  private final String title;
  private final KnowledgeBuilder knowledge = Knowledge.builder();

  private TreeKnowledge(ModuleTree tree, LocalDate day) {
    this.tree = tree;
    this.day = day;
    this.title =
        VisibleText.brief(FileKind.fileName(tree.layout().root().toAbsolutePath().normalize()));
  }

  static Knowledge of(ModuleTree tree, LocalDate day) {
    return new TreeKnowledge(tree, day).read();
  }

  private Knowledge read() {
    knowledge.version(title + " " + day).asOf(day);
    for (ProsodyVersion branch : Knowledge.builtIn().branches()) {
      knowledge.source(source(branch));
    }
    for (ModuleSource module : tree.modules()) {
      knowledge.replace(evidence(module));
    }
    return knowledge.build();
  }

  private Source source(ProsodyVersion branch) {
    return new Source(title + "-" + branch, Source.Kind.LOCAL, branch, day.toString(), title, true);
  }

  private static Evidence evidence(ModuleSource module, ImmutableList<Source> sources) {
    EvidenceBuilder evidence = Evidence.builder(module.name());
    sources.forEach(evidence::community);
    module.stage().ifPresent(evidence::stage);
    module.dependencies().stream()
        .filter(needed -> ModuleEntry.isName(needed.module()))
        .forEach(needed -> evidence.dependency(needed, sources));
    module.options().forEach(option -> evidence.option(option, sources));
    module.provides().forEach(item -> evidence.provides(item, sources));
    module.specifications().forEach(xep -> evidence.specification(xep, sources));
    module.libraries().forEach(library -> evidence.library(library, sources));
    module.events().forEach(event -> evidence.event(event, sources));
    module.fires().forEach(event -> evidence.fires(event, sources));
    module.features().forEach(feature -> evidence.feature(feature, sources));
    module.hints().forEach(hint -> evidence.hint(hint, sources));
    module.items().forEach(item -> evidence.item(item, sources));
    module.scope().ifPresent(scope -> evidence.scope(scope, sources));
    return evidence.build();
  }

  /** A module without a record is treated as one for every branch. */
  private Evidence evidence(ModuleSource module) {
    ModuleTargets targets = TargetChoice.RECORDED.of(module.files().main());
    ImmutableList<ProsodyVersion> branches =
        targets.isStated() ? targets.range().branches() : Knowledge.builtIn().branches();
    return evidence(
        module, branches.stream().map(this::source).collect(ImmutableList.toImmutableList()));
  }
}
