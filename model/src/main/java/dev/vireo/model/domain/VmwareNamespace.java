package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's VMware extension ({@value #URI}).
 *
 * @param datacenterPath inventory path of the datacenter; null when not said
 * @param moref value of the virtual machine's managed object reference; null when not said
 * @param others other elements of the namespace
 */
public record VmwareNamespace(
    @Nullable String datacenterPath, @Nullable String moref, List<XmlNode.Element> others) {

  /** The namespace. */
  public static final String URI = "http://libvirt.org/schemas/domain/vmware/1.0";

  public VmwareNamespace {
    others = List.copyOf(others);
  }

  /** A builder that begins with all of this extension. */
  public Builder toBuilder() {
    return new Builder().datacenterPath(datacenterPath).moref(moref).others(others);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link VmwareNamespace}. Not for several threads. */
  public static final class Builder {

    private @Nullable String datacenterPath;
    private @Nullable String moref;
    private List<XmlNode.Element> others = List.of();

    private Builder() {}

    /** Sets {@link VmwareNamespace#datacenterPath}. */
    public Builder datacenterPath(@Nullable String value) {
      datacenterPath = value;
      return this;
    }

    /** Sets {@link VmwareNamespace#moref}. */
    public Builder moref(@Nullable String value) {
      moref = value;
      return this;
    }

    /** Sets {@link VmwareNamespace#others}. */
    public Builder others(List<XmlNode.Element> value) {
      others = value;
      return this;
    }

    /** The finished record. */
    public VmwareNamespace build() {
      return new VmwareNamespace(datacenterPath, moref, others);
    }
  }
}
