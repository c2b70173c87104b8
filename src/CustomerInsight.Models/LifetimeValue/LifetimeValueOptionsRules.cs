using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="LifetimeValueOptions"/>: rules over two settings.</summary>
internal sealed class LifetimeValueOptionsRules : IValidateOptions<LifetimeValueOptions>
{
    public ValidateOptionsResult Validate(string? name, LifetimeValueOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.StepDays > options.HorizonDays)
        {
            result.AddError(
                FormattableString.Invariant($"{options.StepDays} is more than {nameof(options.HorizonDays)} ({options.HorizonDays}), so the discounting has no whole step. Lower {nameof(options.StepDays)} or raise {nameof(options.HorizonDays)}."),
                nameof(options.StepDays));
        }

        if (options.Purchases is { } purchases && purchases.MinimumRepeatCustomers > purchases.MinimumCustomers)
        {
            result.AddError(
                FormattableString.Invariant($"{purchases.MinimumRepeatCustomers} is more than {nameof(purchases.MinimumCustomers)} ({purchases.MinimumCustomers}), which then says nothing. Raise {nameof(purchases.MinimumCustomers)} or lower {nameof(purchases.MinimumRepeatCustomers)}."),
                nameof(purchases.MinimumRepeatCustomers));
        }

        return result.Build();
    }
}
