using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

internal sealed class DriftOptionsRules : IValidateOptions<DriftOptions>
{
    public ValidateOptionsResult Validate(string? name, DriftOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!(options.Alert >= options.Warning))
        {
            result.AddError(FormattableString.Invariant($"{options.Alert} is below {nameof(options.Warning)} ({options.Warning}), so there would be no warning. Raise {nameof(options.Alert)} or lower {nameof(options.Warning)}."), nameof(options.Alert));
        }

        if (!(options.MissingAlert >= options.MissingWarning))
        {
            result.AddError(FormattableString.Invariant($"{options.MissingAlert} is below {nameof(options.MissingWarning)} ({options.MissingWarning}), so there would be no warning. Raise {nameof(options.MissingAlert)} or lower {nameof(options.MissingWarning)}."), nameof(options.MissingAlert));
        }

        return result.Build();
    }
}
