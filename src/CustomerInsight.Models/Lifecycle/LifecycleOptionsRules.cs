using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="LifecycleOptions"/>.</summary>
internal sealed class LifecycleOptionsRules : IValidateOptions<LifecycleOptions>
{
    public ValidateOptionsResult Validate(string? name, LifecycleOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.DayStartsAtHour != 0 && !options.OncePerDay)
        {
            result.AddError(
                FormattableString.Invariant($"{options.DayStartsAtHour} has no meaning while {nameof(options.OncePerDay)} is false, for no day is looked at then. Leave it 0, or let {nameof(options.OncePerDay)} be true."),
                nameof(options.DayStartsAtHour));
        }

        return result.Build();
    }
}
