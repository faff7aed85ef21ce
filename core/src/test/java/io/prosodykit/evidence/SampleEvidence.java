package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/** Evidence that is not in the data. */
public final class SampleEvidence {
  /** Each of its parts says something. */
  public static final Evidence WITH_EVERYTHING =
      new Evidence(
          "smacks",
          List.of(ProsodyVersion.V0_12, ProsodyVersion.V13_0),
          List.of(Source.parse("2021-01")),
          "stable",
          "mod_other",
          ProsodyVersion.V0_12,
          new Succession("other", ProsodyVersion.V13_0),
          "sasl2_smacks",
          List.of(fact(new ModuleDependency("track", ModuleDependency.Kind.SOFT))),
          List.of(fact(new ModuleOption("smacks_max", "integer", "5"))),
          List.of(fact("http")),
          List.of(fact(XepRef.of(198))),
          List.of(fact("util.stanza")),
          ModuleBehaviour.of(
              List.of(fact(new HandledEvent("message/host", "hook_global"))),
              List.of(fact("smacks-hibernation-start")),
              List.of(fact("urn:xmpp:sm:3")),
              List.of(fact(new LoaderHint("conflicts", ImmutableList.of("mod_other")))),
              List.of(fact(new ProvidedName("sql", "storage"))),
              List.of(fact(ModuleScope.SHARED))));

  private SampleEvidence() {}

  private static <T> Sourced<T> fact(T value) {
    return new Sourced<>(value, ImmutableList.of(Source.parse("0.12.3"), Source.parse("0.12.4")));
  }
}
