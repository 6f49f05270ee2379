package org.pacegate.service.shared;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.PolicyTerms;
import org.pacegate.domain.clinic.SignedPolicy;
import org.pacegate.domain.clinic.WhoDiagnoses;

/** Reads a clinic's policies as the schema's function {@code policy_lines} writes them. */
final class PolicyLines {

  private PolicyLines() {}

  static DiagnosisPolicy read(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    DiagnosisPolicy set = DiagnosisPolicy.named(lines.get(0));
    return new DiagnosisPolicy(
        set.known(), lines.stream().skip(1).map(PolicyLines::signed).toList());
  }

  private static SignedPolicy signed(String line) {
    String[] part = line.split("\\|", -1);
    return new SignedPolicy(
        Long.parseLong(part[0]),
        part[1],
        Integer.parseInt(part[2]),
        LocalDate.parse(part[3]),
        LocalDate.parse(part[4]),
        Long.parseLong(part[5]),
        new PolicyTerms(
            WhoDiagnoses.valueOf(part[6]),
            number(part[7]),
            null,
            "t".equals(part[8]),
            part[9],
            Integer.parseInt(part[10])));
  }

  private static Integer number(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
