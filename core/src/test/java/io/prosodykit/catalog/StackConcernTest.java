package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.prosodykit.data.DataFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StackConcernTest {
  @ParameterizedTest
  @CsvSource({
    "tls, config/stack/01-transport/tls.cfg.lua",
    "limits, config/stack/01-transport/connections.cfg.lua",
    "sasl2, config/stack/02-stream/authentication.cfg.lua",
    "omemo_all_access, config/stack/02-stream/encryption.cfg.lua",
    "smacks, config/stack/02-stream/management.cfg.lua",
    "bind2, config/stack/02-stream/negotiation.cfg.lua",
    "firewall, config/stack/03-stanza/filtering.cfg.lua",
    "roster, config/stack/04-protocol/core.cfg.lua",
    "vcard_legacy, config/stack/04-protocol/legacy.cfg.lua",
    "muc, config/stack/05-services/groupchat.cfg.lua",
    "pep, config/stack/05-services/pubsub.cfg.lua",
    "mam, config/stack/06-storage/archiving.cfg.lua",
    "bosh, config/stack/07-interfaces/bosh.cfg.lua",
    "http_file_share, config/stack/07-interfaces/http.cfg.lua",
    "auth_ldap, config/stack/08-integration/ldap.cfg.lua",
    "audit, config/stack/08-integration/apis.cfg.lua"
  })
  void putsModulesIntoTheFilesOfTheirConcerns(String module, String path) {
    assertThat(StackConcern.of(ModuleCatalog.complete().get(module)).path()).isEqualTo(path);
  }

  @Test
  void hasAConcernForEveryModule() {
    assertThat(ModuleCatalog.complete().modules())
        .allMatch(module -> StackConcern.of(module).layer() == module.layer());
  }

  @ParameterizedTest
  @EnumSource
  void hasFourConcernsInEachLayerOfWhichTheLastHasNoWords(Layer layer) {
    var concerns = StackConcern.all().stream().filter(each -> each.layer() == layer).toList();
    assertThat(concerns).hasSize(4);
    assertThat(concerns.stream().map(each -> each.words().isEmpty()))
        .containsExactly(false, false, false, true);
  }

  @Test
  void isReadFromDataThatFollowsItsSchema() throws Exception {
    try (InputStream schema =
        Objects.requireNonNull(
            DataFile.class
                .getClassLoader()
                .getResourceAsStream("io/prosodykit/catalog/data/stack.schema.json"))) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                  .validate(
                      new String(DataFile.STACK.bytes(), StandardCharsets.UTF_8), InputFormat.JSON))
          .isEmpty();
    }
  }
}
