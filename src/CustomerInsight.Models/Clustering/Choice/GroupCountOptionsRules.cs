using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="GroupCountOptions"/>.</summary>
internal sealed class GroupCountOptionsRules : IValidateOptions<GroupCountOptions>
{
    public ValidateOptionsResult Validate(string? name, GroupCountOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Most <= options.Least)
        {
            result.AddError(FormattableString.Invariant($"{nameof(options.Most)} ({options.Most}) is not above {nameof(options.Least)} ({options.Least}), so there is nothing to choose from. Raise {nameof(options.Most)} or lower {nameof(options.Least)}."), nameof(options.Most));
        }

        if (options is { Criterion: GroupCountCriterion.GapStatistic, ReferenceSets: < 2 })
        {
            result.AddError(FormattableString.Invariant($"{options.ReferenceSets} reference sets have no spread, which the gap statistic needs. Raise {nameof(options.ReferenceSets)} to 2 or more, or choose another {nameof(options.Criterion)}."), nameof(options.ReferenceSets));
        }

        if (options is { Criterion: GroupCountCriterion.Elbow } && options.Most - options.Least < 2)
        {
            result.AddError(FormattableString.Invariant($"Numbers from {options.Least} to {options.Most} have no bend, which the elbow needs. Look at three numbers or more."), nameof(options.Most));
        }

        if (options.KMeans is not null)
        {
            result.AddResult(new KMeansOptionsRules().Validate(name, options.KMeans));
        }

        return result.Build();
    }
}
