namespace CustomerInsight.Matching;

internal sealed class AttributeFile
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Standardizer { get; init; }

    public int? StandardizerVersion { get; init; }

    public static AttributeFile From(TrainedColumn attribute) => new()
    {
        Name = attribute.Name,
        Kind = attribute.Kind.Name,
        Standardizer = attribute.Standardizer,
        StandardizerVersion = attribute.StandardizerVersion,
    };

    public TrainedColumn ToAttribute(string path) => new(
        FileCheck.Present(Name, $"{path}.name"),
        new AttributeKind(FileCheck.Present(Kind, $"{path}.kind")),
        FileCheck.Present(Standardizer, $"{path}.standardizer"),
        FileCheck.Present(StandardizerVersion, $"{path}.standardizerVersion"));
}
