package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxSyntaxException;
import java.util.function.Supplier;

/**
 * A conversion, and the one place where its failure becomes a {@link LibvirtException}.
 *
 * @param function the libvirt function
 * @param prefix what every message begins with; empty where the caller knows the document
 */
record ConversionErrors(String function, String prefix) {

  /** Carries the conversion out. */
  <T> T get(Supplier<T> conversion) {
    try {
      return conversion.get();
    } catch (VmxSyntaxException e) {
      throw error(ErrorCode.CONF_SYNTAX, ErrorDomain.CONF, e);
    } catch (XmlException e) {
      throw error(ErrorCode.XML_ERROR, ErrorDomain.XML, e);
    } catch (VmxException e) {
      throw error(code(e.kind()), ErrorDomain.NONE, e);
    }
  }

  private static ErrorCode code(VmxException.Kind kind) {
    return switch (kind) {
      case INVALID, MISSING -> ErrorCode.INTERNAL_ERROR;
      case UNSUPPORTED -> ErrorCode.CONFIG_UNSUPPORTED;
    };
  }

  private LibvirtException error(ErrorCode code, ErrorDomain domain, RuntimeException cause) {
    return EsxError.builder(code, prefix + cause.getMessage())
        .domain(domain)
        .operation(function)
        .cause(cause)
        .build();
  }
}
