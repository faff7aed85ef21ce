package io.prosodykit.catalog;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** The evidence of the catalogue data; that of modules outside the guide is read when asked for. */
final class EvidenceData {
  /** The branch of the first snapshot; what the community had before it is not on record. */
  static final ProsodyVersion EARLIEST = earliest();

  private EvidenceData() {}

  private static ProsodyVersion earliest() {
    ProsodyVersion earliest = ProsodyVersion.TRUNK;
    for (Source source : Source.all()) {
      if (source.kind() == Source.Kind.COMMUNITY && source.release().compareTo(earliest) < 0) {
        earliest = source.release();
      }
    }
    return earliest;
  }

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
