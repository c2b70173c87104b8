namespace CustomerInsight.Matching;

internal sealed class PartFile
{
    public string? Attribute { get; init; }

    public string? Part { get; init; }

    public string? Split { get; init; }

    public int? Size { get; init; }

    public static PartFile From(BlockingPart part) => new()
    {
        Attribute = part.Attribute,
        Part = ConditionSpec.NameOf(part.Part),
        Split = part.Split == PartSplit.None ? null : part.Split.ToString(),
        Size = part.Size == 0 ? null : part.Size,
    };

    public BlockingPart ToPart(MatchModelLoadOptions options, string path)
    {
        PartSplit split = PartSplit.None;
        if (Split is not null && !(Enum.TryParse(Split, out split) && Enum.IsDefined(split)))
        {
            throw FileCheck.Impossible($"{path}.split", $"known are {string.Join(", ", Enum.GetNames<PartSplit>())}");
        }

        if (split is PartSplit.RarestWords or PartSplit.Grams && Size is not > 0)
        {
            throw FileCheck.Impossible($"{path}.size", "a number from 1 on is needed");
        }

        return new BlockingPart(FileCheck.Present(Attribute, $"{path}.attribute"), Part is null ? ValuePart.Whole : options.Part(Part, $"{path}.part"))
        {
            Split = split,
            Size = Size ?? 0,
        };
    }
}
