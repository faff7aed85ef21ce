package io.prosodykit.report;

import com.google.common.collect.ImmutableList;

/** Records of text, the first of which names the fields. */
final class Records {
  private final ImmutableList.Builder<ImmutableList<String>> records = ImmutableList.builder();

  Records row(String... fields) {
    records.add(ImmutableList.copyOf(fields));
    return this;
  }

  ImmutableList<ImmutableList<String>> toList() {
    return records.build();
  }
}
