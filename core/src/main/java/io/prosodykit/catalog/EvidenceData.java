package io.prosodykit.catalog;

import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.Optional;

/** The evidence of the catalogue data; that of modules outside the guide is read when asked for. */
final class EvidenceData {
  /** The branch of the first snapshot; what the community had before it is not on record. */
  static final ProsodyVersion EARLIEST =
      Source.all().stream()
          .filter(source -> source.kind() == Source.Kind.COMMUNITY)
          .map(Source::release)
          .min(Comparator.naturalOrder())
          .orElse(ProsodyVersion.TRUNK);

  private EvidenceData() {}

  static Optional<Evidence> find(String module) {
    Evidence evidence = Reference.MODULES.get(module);
    return Optional.ofNullable(evidence == null ? More.MODULES.get(module) : evidence);
  }

  /** Whether the evidence knows a module that the guide does not list. */
  static boolean isOutsideGuide(String module) {
    return !Reference.MODULES.containsKey(module) && More.MODULES.containsKey(module);
  }

  private static final class Reference {
    static final ImmutableMap<String, Evidence> MODULES = EvidenceReader.read(DataFile.EVIDENCE);
  }

  private static final class More {
    static final ImmutableMap<String, Evidence> MODULES =
        EvidenceReader.read(DataFile.MORE_EVIDENCE);
  }
}
