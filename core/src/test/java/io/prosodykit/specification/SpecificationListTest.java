package io.prosodykit.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpecificationListTest {
  @Test
  void readsXepsAlsoByTheirNumbersAndRfcs() {
    assertThat(SpecificationList.parse("XEP-0199, 30,,RFC 6120"))
        .containsExactly(XepRef.of(199), XepRef.of(30), SpecRef.parse("RFC 6120"));
    assertThat(SpecificationList.parse(" ")).isEmpty();
  }

  @Test
  void rejectsOtherTexts() {
    assertThatIllegalArgumentException().isThrownBy(() -> SpecificationList.parse("199,12345"));
  }

  @Test
  void spellsOutNumbersOnly() {
    assertThat(SpecificationList.spelledOut("30, -198,XEP-0199,any thing"))
        .isEqualTo("XEP-30,-XEP-198,XEP-0199,any thing");
  }
}
