namespace IpPlatform.Domain.Forms;

/// <summary>The files of one field.</summary>
internal static class FileBinding
{
    public static BoundField Bind(FormField field, IReadOnlyList<FormFile> files)
    {
        FormFile[] own = [.. files.Where(file => file.Field == field.Id)];
        if (own.Length == 0) return BoundField.Empty(field);
        if (own.Length > FormLimits.Files) return BoundField.TooMany(field, FormErrorCode.TooManyFiles, FormLimits.Files);
        if (own.Any(file => file.Length == 0)) return BoundField.Wrong(field, FormErrorCode.FileEmpty);
        if (own.Sum(file => file.Length) > FormLimits.FileBytes) return BoundField.TooMany(field, FormErrorCode.FileTooLarge, FormLimits.FileBytes / 1024 / 1024);
        if (own.Any(file => file.Verdict == FileVerdict.UnknownType)) return BoundField.Wrong(field, FormErrorCode.FileTypeUnknown);
        if (own.Any(file => file.Verdict != FileVerdict.Fits)) return BoundField.Wrong(field, FormErrorCode.FileNotAsNamed);
        return BoundField.Answered(field, [.. own.Select(file => file.Id)]);
    }
}
