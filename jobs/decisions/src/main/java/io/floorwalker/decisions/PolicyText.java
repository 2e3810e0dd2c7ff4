package io.floorwalker.decisions;

import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Purpose;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A policy as it is written. */
final class PolicyText {
  private static final Audience[] AUDIENCES = {Audience.CUSTOMER, Audience.INTERNAL};
  private static final Purpose[] PURPOSES = {Purpose.SERVICE, Purpose.MARKETING, Purpose.SALES};

  private final YamlBlock root;
  private final Map<String, Treatment> treatments = new LinkedHashMap<>();

  private PolicyText(YamlBlock root) {
    this.root = root;
  }

  /** Reads a policy; the name of the file stands in errors. */
  static Policy read(String file, Reader reader) throws InvalidPolicy {
    Optional<Node> node;
    try {
      node = new Compose(LoadSettings.builder().setLabel(file).build()).composeReader(reader);
    } catch (YamlEngineException e) {
      throw new InvalidPolicy("%s: is not YAML: %s".formatted(file, e.getMessage()));
    }
    if (node.isEmpty()) {
      throw new InvalidPolicy("%s: is empty; start from deploy/conf/policy.yaml".formatted(file));
    }
    return new PolicyText(YamlBlock.of(file, "", node.get())).policy();
  }

  private Policy policy() throws InvalidPolicy {
    root.allows("version", "site", "holdout", "caps", "treatments", "rules");
    YamlBlock holdout = root.block("holdout").allows("percent", "salt");
    int percent = holdout.required("percent", Words.PERCENT, Words::percent);
    YamlBlock named = root.block("treatments");
    for (String name : named.keys()) {
      treatments.put(name, treatment(name, named));
    }
    return new Policy(
        root.required("version", "a text", Words::text),
        root.optional("site", "a text", text -> text).orElse(""),
        new Holdout(percent, holdout.required("salt", "a text", Words::text)),
        root.block("caps")
            .allows("per_channel_24h")
            .optional("per_channel_24h", "a whole number from 0", Words::times)
            .orElse(1),
        rules(percent));
  }

  private static Treatment treatment(String name, YamlBlock named) throws InvalidPolicy {
    YamlBlock block =
        named
            .block(name)
            .allows("audience", "purpose", "channel", "recipient", "expires_after", "contact_cost");
    try {
      var unused = Words.name(name);
    } catch (IllegalArgumentException e) {
      throw named.wrong(name, "does not fit; it takes " + Words.NAME);
    }
    if (name.equals(Treatment.DO_NOTHING)) {
      throw named.wrong(name, "stands in every decision by itself; leave it out");
    }
    return new Treatment(
        name,
        block.required("purpose", Words.choices(PURPOSES), Words.oneOf(PURPOSES)),
        new Route(
            block.required("audience", Words.choices(AUDIENCES), Words.oneOf(AUDIENCES)),
            block.required("channel", Words.NAME, Words::name),
            block.required(
                "recipient", Words.choices(Addressee.values()), Words.oneOf(Addressee.values()))),
        block.required("expires_after", Words.DURATION, Words::duration),
        block.optional("contact_cost", Words.COST, Words::cost).orElse(null));
  }

  private List<Rule> rules(int holdout) throws InvalidPolicy {
    List<Rule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlBlock block : root.blocks("rules")) {
      Rule rule = rule(block, holdout);
      if (!names.add(rule.name())) {
        throw block.wrong("name", "= '%s' is taken; name it otherwise".formatted(rule.name()));
      }
      rules.add(rule);
    }
    return List.copyOf(rules);
  }

  private Rule rule(YamlBlock block, int holdout) throws InvalidPolicy {
    block.allows("name", "kinds", "stages", "steps", "mode", "holdout", "treatments");
    Set<String> kinds = words(block, "kinds");
    if (kinds.isEmpty()) {
      throw block.wrong("kinds", "is missing; name the kinds of detections it answers");
    }
    return new Rule(
        block.required("name", Words.NAME, Words::name),
        new Rule.Scope(kinds, words(block, "stages"), words(block, "steps")),
        block.required("mode", Words.ROLLOUT, Words::rollout),
        block.optional("holdout", Words.PERCENT, Words::percent).orElse(holdout),
        answers(block));
  }

  private List<Treatment> answers(YamlBlock block) throws InvalidPolicy {
    List<Treatment> answers = new ArrayList<>();
    for (String name : block.list("treatments", Words.NAME, Words::name)) {
      Treatment treatment = treatments.get(name);
      if (treatment == null) {
        throw block.wrong(
            "treatments",
            "names '%s', which is not described; there are %s"
                .formatted(name, String.join(", ", treatments.keySet())));
      }
      if (answers.contains(treatment)) {
        throw block.wrong("treatments", "names '%s' twice; remove one".formatted(name));
      }
      answers.add(treatment);
    }
    if (answers.isEmpty()) {
      throw block.wrong("treatments", "is missing; name at least one");
    }
    return List.copyOf(answers);
  }

  private static Set<String> words(YamlBlock block, String key) throws InvalidPolicy {
    return new LinkedHashSet<>(block.list(key, "a text", Words::text));
  }
}
