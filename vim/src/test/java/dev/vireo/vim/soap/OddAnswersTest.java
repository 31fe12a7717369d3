package dev.vireo.vim.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not quite as they should be lose no more than they must. */
class OddAnswersTest {

  private static final ManagedObjectReference SELF = new ManagedObjectReference("X", "x");

  private final SoapCodec codec = new SoapCodec();

  private static byte[] envelope(String body) {
    return ("<soapenv:Envelope xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xmlns:xsd='http://www.w3.org/2001/XMLSchema'><soapenv:Body>"
            + body
            + "</soapenv:Body></soapenv:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] fault(String detail) {
    return envelope(
        "<soapenv:Fault><faultcode>c</faultcode><detail>"
            + detail
            + "</detail><faultstring>the text</faultstring></soapenv:Fault>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<InvalidPowerStateFault xsi:type='InvalidPowerState'/>",
        "<InvalidPowerStateFault/>",
        "<f xsi:type='InvalidPowerState'><requestedState>on</requestedState></f>",
        "<f xsi:type='InvalidPowerState'><faultCause><fault xsi:type='FileLocked'/></faultCause></f>",
        "<f xsi:type='InvalidPowerState'><faultCause><localizedMessage>a</localizedMessage>"
            + "<more><x/></more></faultCause><existingState>x</existingState></f>",
      })
  void aFaultWhoseDetailLacksSomethingKeepsNameAndText(String detail) {
    FaultException read =
        catchThrowableOfType(
            FaultException.class, () -> codec.decodeResponse(new Logout(SELF), fault(detail)));

    assertThat(read.faultName()).isEqualTo("InvalidPowerState");
    assertThat(read.faultString()).isEqualTo("the text");
  }

  @Test
  void aReferenceWithoutTypeInAFaultCostsTheReferenceOnly() {
    FaultException read =
        catchThrowableOfType(
            FaultException.class,
            () ->
                codec.decodeResponse(
                    new Logout(SELF),
                    fault("<f xsi:type='NotAuthenticated'><object>vm</object></f>")));

    assertThat(read.isNotAuthenticated()).isTrue();
    assertThat(read.faultString()).isEqualTo("the text");
  }

  @Test
  void aFaultWithinAResultCostsNothingElse() {
    RetrieveResult page =
        codec.decodeResponse(
            new RetrievePropertiesEx(SELF, List.of(), new RetrieveOptions(1)),
            envelope(
                "<RetrievePropertiesExResponse xmlns='urn:vim25'><returnval><objects>"
                    + "<obj type='Task'>t</obj><propSet><name>info.error</name>"
                    + "<val xsi:type='LocalizedMethodFault'>"
                    + "<fault xsi:type='InvalidPowerState'/>"
                    + "<localizedMessage>not now</localizedMessage></val></propSet>"
                    + "<propSet><name>info.state</name><val xsi:type='TaskInfoState'>error</val>"
                    + "</propSet></objects></returnval></RetrievePropertiesExResponse>"));

    var properties = Objects.requireNonNull(page).objects().getFirst().propSet();
    assertThat(properties).hasSize(2);
    LocalizedMethodFault error = (LocalizedMethodFault) properties.getFirst().val();
    assertThat(error.localizedMessage()).isEqualTo("not now");
    assertThat(SoapCodec.faultName(error.fault())).isEqualTo("InvalidPowerState");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<f xsi:type='InvalidPowerState'><existingState>on</f>",
        "<f xsi:type='InvalidPowerState'><faultCause>",
      })
  void aDetailThatIsNoXmlIsStillMalformed(String detail) {
    assertThatThrownBy(() -> codec.decodeResponse(new Logout(SELF), fault(detail)))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<x/>", "<LogoutResponse/>", "<CurrentTime/>"})
  void theAnswerToAnotherCallIsNone(String body) {
    assertThatThrownBy(() -> codec.decodeResponse(new CurrentTime(SELF), envelope(body)))
        .isInstanceOfSatisfying(
            ProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(ProtocolException.Kind.MALFORMED))
        .hasMessageContaining("CurrentTimeResponse");
  }
}
