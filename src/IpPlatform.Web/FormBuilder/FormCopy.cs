using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.FormBuilder;

/// <summary>An administrator's own copy of a form, which nobody else sees before it is published.</summary>
/// <param name="BasedOn">Version of the form that it was taken from.</param>
/// <param name="Form">The form as it is being built.</param>
/// <param name="Before">What it was before each of the last changes, newest last.</param>
public sealed record FormCopy(int BasedOn, FormDefinition Form, IReadOnlyList<FormDefinition> Before);

/// <summary>A form on the bench: the copy beside what is in force.</summary>
/// <param name="Sequence">Number of the copy's last change; 0 when there is no copy yet.</param>
/// <param name="Copy">The copy, or what is in force when there is none.</param>
/// <param name="Version">Version of the configuration in force.</param>
/// <param name="Now">The configuration in force.</param>
public sealed record FormBench(long Sequence, FormCopy Copy, long Version, Municipality Now)
{
    /// <summary>The form as it is being built.</summary>
    public FormDefinition Form => Copy.Form;

    /// <summary>The form in force.</summary>
    public FormDefinition Live => Now.Form(Form.Id)!;

    /// <summary>There is something of her own.</summary>
    public bool IsCopy => Sequence > 0;

    /// <summary>Somebody else has published the form since the copy was taken.</summary>
    public bool IsOvertaken => Copy.BasedOn != Live.Version;

    /// <summary>The configuration as it would be with the copy.</summary>
    public Municipality With => Now with { Forms = [.. Now.Forms.Select(form => form.Id == Form.Id ? Form : form)] };
}
