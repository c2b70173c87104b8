namespace CustomerInsight.Matching;

/// <summary>A comparison with its numbers; the last level is the one below all conditions.</summary>
internal sealed class ComparisonFile
{
    public string? Name { get; init; }

    public string[]? Required { get; init; }

    public LevelFile[]? Levels { get; init; }

    public DependenceFile? Dependence { get; init; }

    public static ComparisonFile From(ComparisonParameters parameters) => new()
    {
        Name = parameters.Comparison.Name,
        Required = [.. parameters.Comparison.Required],
        Levels = [.. parameters.Levels.Select((numbers, i) => LevelFile.From(i < parameters.Comparison.Levels.Count ? parameters.Comparison.Levels[i] : null, numbers))],
        Dependence = parameters.Dependence is { } dependence ? DependenceFile.From(dependence) : null,
    };

    public ComparisonParameters ToParameters(MatchModelLoadOptions options, string path)
    {
        LevelFile[] levels = FileCheck.Present(Levels, $"{path}.levels");
        if (levels.Length < 2)
        {
            throw FileCheck.Impossible($"{path}.levels", FormattableString.Invariant($"a comparison needs a level and the one below it; here {(levels.Length == 1 ? "is one level" : "is none")}"));
        }

        var conditions = new List<ComparisonLevel>();
        var numbers = new List<LevelParameters>();
        for (int i = 0; i < levels.Length; i++)
        {
            string at = FormattableString.Invariant($"{path}.levels[{i}]");
            LevelFile level = FileCheck.Present(levels[i], at);
            if (i < levels.Length - 1)
            {
                conditions.Add(level.ToLevel(options, at));
            }
            else if (level.Condition is not null)
            {
                throw FileCheck.Impossible($"{at}.condition", "the last level has no condition: it is that of all other pairs, and it is missing here");
            }

            numbers.Add(level.ToNumbers(at));
        }

        try
        {
            return new ComparisonParameters(
                new Comparison(FileCheck.Present(Name, $"{path}.name"), FileCheck.Present(Required, $"{path}.required"), conditions),
                ValueList.From(numbers))
            {
                Dependence = Dependence?.ToDependence($"{path}.dependence"),
            };
        }
        catch (ArgumentException exception)
        {
            throw FileCheck.Impossible(path, exception.Message, exception);
        }
    }
}
