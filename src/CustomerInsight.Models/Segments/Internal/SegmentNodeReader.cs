using System.Text.Json;

namespace CustomerInsight.Models;

/// <summary>Reads the nodes of a condition; where one cannot be read, it notes the problem and goes on with the next.</summary>
internal sealed class SegmentNodeReader
{
    /// <summary>A condition takes two levels, an object and an array; the rest is for what is around it.</summary>
    public const int MostJsonDepth = (2 * SegmentSet.MostDepth) + 8;

    private static readonly string[] Discriminators = [SegmentJsonNames.All, SegmentJsonNames.Any, SegmentJsonNames.Not, SegmentJsonNames.Segment, SegmentJsonNames.Trait];

    private readonly List<SegmentProblem> _problems = [];

    public IReadOnlyList<SegmentProblem> Problems => _problems;

    public void Problem(string path, string code, string message) => _problems.Add(new SegmentProblem(path, code, message));

    public SegmentCondition Condition(JsonElement node, string path)
    {
        string[] found = node.ValueKind == JsonValueKind.Object ? [.. node.EnumerateObject().Select(static property => property.Name).Where(Discriminators.Contains)] : [];
        if (found.Length != 1)
        {
            Problem(path, SegmentProblemCodes.NotOneCondition, $"Expected an object with exactly one of {string.Join(", ", Discriminators.Select(static name => $"\"{name}\""))}; there {(found.Length == 0 ? "is none" : $"are {string.Join(" and ", found)}")}.");
            return SegmentCondition.Everyone;
        }

        string below = SegmentJsonNames.Below(path, found[0]);
        JsonElement value = node.GetProperty(found[0]);
        if (found[0] == SegmentJsonNames.Trait)
        {
            return Question(node, path);
        }

        OnlyProperties(node, path, found[0]);
        return found[0] switch
        {
            SegmentJsonNames.All => new AllCondition(Conditions(value, below)),
            SegmentJsonNames.Any => new AnyCondition(Conditions(value, below)),
            SegmentJsonNames.Not => new NotCondition(Condition(value, below)),
            _ => new InSegmentCondition(Text(node, path, SegmentJsonNames.Segment) ?? string.Empty),
        };
    }

    public string? Text(JsonElement node, string path, string name)
    {
        if (!node.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Problem(SegmentJsonNames.Below(path, name), SegmentProblemCodes.WrongShape, "Expected a text.");
        return null;
    }

    public void OnlyProperties(JsonElement node, string path, params ReadOnlySpan<string> names)
    {
        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                Problem(SegmentJsonNames.Below(path, property.Name), SegmentProblemCodes.UnknownProperty, $"\"{property.Name}\" means nothing here. Expected {string.Join(", ", names.ToArray().Select(static name => $"\"{name}\""))} only.");
            }
        }
    }

    private ValueList<SegmentCondition> Conditions(JsonElement list, string path)
    {
        if (list.ValueKind == JsonValueKind.Array)
        {
            return ValueList.From(list.EnumerateArray().Select((node, i) => Condition(node, SegmentJsonNames.Below(path, i))));
        }

        Problem(path, SegmentProblemCodes.WrongShape, "Expected an array of conditions.");
        return [SegmentCondition.Everyone];
    }

    private SegmentCondition Question(JsonElement node, string path)
    {
        string trait = Text(node, path, SegmentJsonNames.Trait) ?? string.Empty;
        var operators = new List<TraitOperatorDefinition>();
        bool ignoreCase = false;
        int before = _problems.Count;
        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (property.Name == SegmentJsonNames.IgnoreCase && property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                ignoreCase = property.Value.GetBoolean();
            }
            else if (TraitOperators.Find(property.Name) is { } definition)
            {
                operators.Add(definition);
            }
            else if (property.Name != SegmentJsonNames.Trait)
            {
                Problem(SegmentJsonNames.Below(path, property.Name), SegmentProblemCodes.UnknownProperty, property.Name == SegmentJsonNames.IgnoreCase
                    ? "Expected true or false."
                    : $"\"{property.Name}\" is no operator. Expected one of {string.Join(", ", TraitOperators.All.Select(static known => known.Name))}.");
            }
        }

        if (operators is [{ } only])
        {
            return new TraitCondition(trait, only.Operator, Operands(node.GetProperty(only.Name), only, SegmentJsonNames.Below(path, only.Name))) { IgnoreCase = ignoreCase };
        }

        if (operators.Count == 0 && _problems.Count == before)
        {
            Problem(path, SegmentProblemCodes.NotOneCondition, $"The question about trait '{trait}' has no operator. Add one, such as \"{TraitOperators.Of(TraitOperator.IsKnown).Name}\": true.");
        }
        else if (operators.Count > 1)
        {
            Problem(path, SegmentProblemCodes.NotOneCondition, $"The question about trait '{trait}' has {operators.Count} operators. Write one node for each and join them by \"{SegmentJsonNames.All}\".");
        }

        return SegmentCondition.Everyone;
    }

    private ValueList<TraitValue> Operands(JsonElement value, TraitOperatorDefinition definition, string path)
    {
        if (definition.MostOperands == 0)
        {
            if (value.ValueKind != JsonValueKind.True)
            {
                Problem(path, SegmentProblemCodes.WrongShape, "Expected true. For the opposite, put the node into a \"not\".");
            }

            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? ValueList.From(value.EnumerateArray().Select((item, i) => Operand(item, SegmentJsonNames.Below(path, i))))
            : [Operand(value, path)];
    }

    private TraitValue Operand(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number):
                return TraitValue.Of(number);
            case JsonValueKind.String:
                return TraitValue.Of(value.GetString());
            case JsonValueKind.True or JsonValueKind.False:
                return TraitValue.Of(value.GetBoolean());
            default:
                Problem(path, SegmentProblemCodes.WrongShape, "Expected a text, a number, or true or false.");
                return TraitValue.Missing;
        }
    }
}
