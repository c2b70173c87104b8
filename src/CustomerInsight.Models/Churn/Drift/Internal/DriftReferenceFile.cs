namespace CustomerInsight.Models;

internal sealed class DriftReferenceFile
{
    public required int Rows { get; init; }

    public required DriftProfileFile[] Profiles { get; init; }

    public static DriftReferenceFile From(DriftReference reference) => new()
    {
        Rows = reference.Rows,
        Profiles = [.. reference.Profiles.Select(DriftProfileFile.From)],
    };

    public DriftReference ToReference() => Rows > 0 && Profiles is not null && Array.IndexOf(Profiles, null) < 0
        && Array.TrueForAll(Profiles, profile => profile.Rows == Rows)
        && Profiles.DistinctBy(static profile => (profile.Subject, profile.Name)).Count() == Profiles.Length
        ? new DriftReference(Rows, ValueList.From(Profiles.Select(static profile => profile.ToProfile())))
        : throw new ArgumentException("There are no rows, or a profile is missing, given twice or of other rows.", nameof(Profiles));
}
