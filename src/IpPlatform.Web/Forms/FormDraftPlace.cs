namespace IpPlatform.Web.Forms;

/// <summary>Where the page saves what is typed, and the number of the draft that it shows; 0 when there is none.</summary>
public sealed record FormDraftPlace(string Address, long Sequence);
