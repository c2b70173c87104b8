namespace CustomerInsight.Models;

/// <summary>By how much values would have to change for a question to be answered otherwise.</summary>
internal sealed class QuestionDistance
{
    private readonly bool _isDay;
    private readonly ValueRanges? _yes;
    private readonly ValueRanges? _no;

    /// <summary>Takes a question about values of a kind; null where there is none.</summary>
    public QuestionDistance(TraitCondition question, TraitKind? kind, DateOnly? asOf)
    {
        _isDay = kind == TraitKind.Date;
        _yes = kind is TraitKind.Number or TraitKind.Date ? QuestionRanges.Of(question, asOf) : null;
        _no = _yes?.Except();
    }

    /// <summary>The distance with its sign; null where the value is missing, or the question does not ask where one lies.</summary>
    public double? Of(TraitValue actual)
    {
        if (_yes is null || actual.IsMissing)
        {
            return null;
        }

        double value = QuestionRanges.Number(actual);
        return (_yes.Contains(value) ? _no! : _yes).DistanceFrom(value, _isDay);
    }
}
