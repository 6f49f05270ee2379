package org.pacegate.service.plan;

import java.util.Map;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockKind;

/** The words that a new plan's parts begin with, in the language of the runner who reads them. */
@FunctionalInterface
public interface RunnersWords {

  /**
   * Words for every part.
   *
   * @param boneStress whether the diagnosis forbids impact
   */
  Map<BlockKind, String> in(Language runner, boolean boneStress);
}
