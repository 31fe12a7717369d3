package dev.vireo.internal.esx.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.VmxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a conversion that fails becomes. */
class ConversionErrorsTest {

  private final ConversionErrors errors = new ConversionErrors("virDomainDefineXML", "web: ");

  private LibvirtException failure(RuntimeException cause) {
    LibvirtException failure =
        catchThrowableOfType(
            LibvirtException.class,
            () ->
                errors.get(() -> {
                  throw cause;
                }));
    assertThat(failure).isNotNull().hasCause(cause);
    assertThat(failure).hasMessageEndingWith("web: " + cause.getMessage());
    assertThat(failure.operation()).isEqualTo("virDomainDefineXML");
    return failure;
  }

  @Test
  void whatSucceedsIsHandedOn() {
    assertThat(errors.get(() -> "done")).isEqualTo("done");
  }

  @Test
  void aDocumentThatIsNoneIsAnErrorOfXml() {
    LibvirtException failure = failure(new XmlException("domain XML", 3, 1, "it ends", null));
    assertThat(failure.code()).isEqualTo(ErrorCode.XML_ERROR);
    assertThat(failure.domain()).isEqualTo(ErrorDomain.XML);
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeConvertedHasTheCodeOfItsKind(VmxException.Kind kind) {
    LibvirtException failure = failure(new VmxException(kind, 0, "memsize", "is odd", null, null));
    assertThat(failure.code())
        .isEqualTo(
            kind == VmxException.Kind.UNSUPPORTED
                ? ErrorCode.CONFIG_UNSUPPORTED
                : ErrorCode.INTERNAL_ERROR);
    assertThat(failure.domain()).isEqualTo(ErrorDomain.NONE);
  }

  @Test
  void mistakesOfOursPass() {
    IllegalStateException mistake = new IllegalStateException("ours");
    assertThatThrownBy(() ->
            errors.get(() -> {
              throw mistake;
            }))
        .isSameAs(mistake);
  }
}
