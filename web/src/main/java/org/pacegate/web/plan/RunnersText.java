package org.pacegate.web.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockKind;

/** A feature's words in the runner's language, whatever the reader of the page speaks. */
final class RunnersText {

  private static final ResourceBundle.Control ROOT_IS_ENGLISH =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private RunnersText() {}

  static ResourceBundle in(Language runner, String feature) {
    return ResourceBundle.getBundle(
        "org.pacegate.web." + feature + ".words",
        Locale.forLanguageTag(runner.name()),
        ROOT_IS_ENGLISH);
  }

  /** What the parts of a new plan begin with. */
  static Map<BlockKind, String> template(Language runner, boolean boneStress) {
    ResourceBundle words = in(runner, "plan");
    return Collections.unmodifiableMap(
        Arrays.stream(BlockKind.values())
            .collect(Collectors.toMap(kind -> kind, kind -> text(words, kind, boneStress))));
  }

  private static String text(ResourceBundle words, BlockKind kind, boolean boneStress) {
    String special = "template." + kind + ".boneStress";
    return words.getString(boneStress && words.containsKey(special) ? special : "template." + kind);
  }
}
