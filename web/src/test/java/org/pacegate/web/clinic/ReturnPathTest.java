package org.pacegate.web.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R11.45 After signing in a person goes on")
class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/worklist/index.xhtml",
        "/patient/patient.xhtml?id=17&tab=plan",
        "/clinic/new-person.xhtml?x=//evil.example",
        "/diagnosis/index.xhtml?note=caf%C3%A9"
      })
  void atThePageTheyWanted(String wanted) {
    assertThat(ReturnPath.of(wanted).in("/pacegate")).isEqualTo("/pacegate" + wanted);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "/",
        "index.xhtml",
        "//evil.example/a.xhtml",
        "///evil.example/a.xhtml",
        "/\\evil.example/a.xhtml",
        "\\\\evil.example/a.xhtml",
        "\t//evil.example/a.xhtml",
        "/\t/evil.example/a.xhtml",
        "/.//evil.example/a.xhtml",
        "/x/..//evil.example/a.xhtml",
        "/%2Fevil.example/a.xhtml",
        "/%5Cevil.example/a.xhtml",
        "https://evil.example/a.xhtml",
        "https:evil.example/a.xhtml",
        "javascript:alert(1)//a.xhtml",
        "/../../a.xhtml",
        "/clinic/audit.xhtml#x",
        "/clinic/audit.xhtml?a\r\nSet-Cookie: b=c",
        "/clinic/audit.xhtml?<script>",
        "/health/ready",
        "/signin.xhtml?to=/signin.xhtml"
      })
  void atHomeWhereverElseTheAddressLeads(String wanted) {
    assertThat(ReturnPath.of(wanted).in("")).isEqualTo("/");
  }

  @Test
  void atHomeWhenTheAddressHasNoEnd() {
    assertThat(ReturnPath.of("/a.xhtml?" + "x".repeat(500)).in("")).isEqualTo("/");
  }

  @Test
  void withTheAddressInOneParameter() {
    assertThat(ReturnPath.of("/a/b.xhtml?c=d&e=f").carriedBy("/signin.xhtml"))
        .isEqualTo("/signin.xhtml?to=%2Fa%2Fb.xhtml%3Fc%3Dd%26e%3Df");
    assertThat(ReturnPath.of("/").carriedBy("/signin.xhtml")).isEqualTo("/signin.xhtml");
  }
}
