namespace IpPlatform.Domain.Forms;

/// <summary>A text is there in every language, or not at all.</summary>
internal static class TextCheck
{
    public static void Check(LocalText? text, object[] path, ICollection<FormFault> faults)
    {
        if (text is null) return;
        if (string.IsNullOrWhiteSpace(text.Nn)) faults.Add(new([.. path, "nn"], FormFaultCode.Text, "The text is missing in nynorsk."));
        if (string.IsNullOrWhiteSpace(text.Nb)) faults.Add(new([.. path, "nb"], FormFaultCode.Text, "The text is missing in bokmål."));
        if (string.IsNullOrWhiteSpace(text.En)) faults.Add(new([.. path, "en"], FormFaultCode.Text, "The text is missing in English."));
    }
}
