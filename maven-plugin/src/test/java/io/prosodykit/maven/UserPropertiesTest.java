package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.Test;

class UserPropertiesTest {

  private static void addGoal(PluginDescriptor plugin, String name, String... expressions)
      throws Exception {
    DefaultPlexusConfiguration parameters = new DefaultPlexusConfiguration("configuration");
    for (String expression : expressions) {
      parameters.addChild("parameter", expression);
    }
    MojoDescriptor goal = new MojoDescriptor();
    goal.setGoal(name);
    goal.setMojoConfiguration(parameters);
    plugin.addMojo(goal);
  }

  private static PluginDescriptor plugin() throws Exception {
    PluginDescriptor plugin = new PluginDescriptor();
    addGoal(plugin, "new-module", "${prosody.recipe}", "${prosody.module}", "${basedir}");
    addGoal(plugin, "lint", "${prosody.targets}", "plain");
    MojoDescriptor withoutParameters = new MojoDescriptor();
    withoutParameters.setGoal("help");
    plugin.addMojo(withoutParameters);
    return plugin;
  }

  private static void check(Map<String, String> given) throws Exception {
    Properties properties = new Properties();
    properties.putAll(given);
    ParameterErrors errors = new ParameterErrors();
    UserProperties.check(properties, UserProperties.known(plugin()), errors);
    errors.check();
  }

  @Test
  void findsThePropertiesOfAllGoals() throws Exception {
    assertThat(UserProperties.known(plugin()))
        .containsExactly("prosody.module", "prosody.recipe", "prosody.targets");
  }

  @Test
  void namesAllThatNoGoalKnows() {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(
            () ->
                check(
                    Map.of(
                        "prosody.recip", "webhook",
                        "prosody.qqqqqqqq", "",
                        "prosody.a\u001b", "",
                        "prosody.module", " ")))
        .withMessage(
            """
            4 errors:
            prosody.a\\u001B: no goal has this property
            prosody.module: is empty; omit it, or give it a value
            prosody.qqqqqqqq: no goal has this property
            prosody.recip: no goal has this property; a property with a similar name exists: "prosody.recipe"\
            """);
  }

  @Test
  void acceptsThoseOfOtherGoalsAndOfOthers() throws Exception {
    check(Map.of("prosody.targets", "13.0", "prosody.module", "x", "prosodykit.x", "", "skip", ""));
  }
}
