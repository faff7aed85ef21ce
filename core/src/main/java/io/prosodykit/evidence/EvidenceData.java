package io.prosodykit.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.data.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of the catalogue data. The evidence about modules outside the guide, and about what
 * the code of modules does, is read on demand.
 */
final class EvidenceData {
  private EvidenceData() {}

  static @Nullable Evidence find(String module) {
    Evidence evidence = Reference.MODULES.get(module);
    return evidence == null ? More.MODULES.get(module) : evidence;
  }

  static ImmutableSet<String> names() {
    return ImmutableSet.<String>builder()
        .addAll(Reference.MODULES.keySet())
        .addAll(More.MODULES.keySet())
        .build();
  }

  /** Whether the evidence knows a module that the guide does not list. */
  private static boolean isOutsideGuide(String module) {
    return !Reference.MODULES.containsKey(module) && More.MODULES.containsKey(module);
  }

  /** What the module's code does; nothing for a name about which nothing is recorded. */
  static EvidenceFacts facts(String module) {
    EvidenceFacts facts =
        isOutsideGuide(module) ? MoreFacts.MODULES.get(module) : ReferenceFacts.MODULES.get(module);
    return facts == null ? EvidenceFacts.NONE : facts;
  }

  private static final class Reference {
    static final ImmutableMap<String, Evidence> MODULES = EvidenceReader.read(DataFile.PRESENCE);
  }

  private static final class More {
    static final ImmutableMap<String, Evidence> MODULES =
        EvidenceReader.read(DataFile.MORE_PRESENCE);
  }

  private static final class ReferenceFacts {
    static final ImmutableMap<String, EvidenceFacts> MODULES =
        EvidenceFactsReader.read(DataFile.FACTS);
  }

  private static final class MoreFacts {
    static final ImmutableMap<String, EvidenceFacts> MODULES =
        EvidenceFactsReader.read(DataFile.MORE_FACTS);
  }
}
