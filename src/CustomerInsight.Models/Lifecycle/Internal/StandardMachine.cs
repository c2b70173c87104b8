using static CustomerInsight.Models.LifecycleStateNames;

namespace CustomerInsight.Models;

/// <summary>The usual machine.</summary>
internal static class StandardMachine
{
    private const int LoyalWithinDays = 365;
    private const double SilentGaps = 2;

    public static LifecycleMachine Of(int atRiskDays, int dormantDays, int lostDays, int loyalPurchases)
    {
        var bought = new ActivityTrigger(ActivityTypes.Purchase);
        ActivityTrigger boughtOften = bought with { Count = loyalPurchases, WithinDays = LoyalWithinDays };
        var silent = new SilenceTrigger(ActivityTypes.Purchase, atRiskDays)
        {
            OwnGaps = SilentGaps,
            AtLeastDays = Math.Max(1, atRiskDays / 3),
            AtMostDays = 2 * atRiskDays,
        };
        return new LifecycleMachine(
            Prospect,
            [
                new(Prospect) { Description = "known, but has not bought" },
                new(New) { Description = "bought once" },
                new(Active) { Description = "bought again" },
                new(Loyal) { Description = FormattableString.Invariant($"bought on {loyalPurchases} days within a year") },
                new(AtRisk) { Description = "silent for longer than usual" },
                new(Dormant) { Description = FormattableString.Invariant($"silent for {dormantDays} days") },
                new(Lost) { Description = FormattableString.Invariant($"silent for {lostDays} days") },
                new(WonBack) { Description = "bought again after being dormant or lost" },
            ],
            [
                new([Prospect], New, bought),
                new([New, Active, AtRisk, WonBack], Loyal, boughtOften),
                new([New, AtRisk, WonBack], Active, bought),
                new([Dormant, Lost], WonBack, bought),
                new([New, Active, Loyal, WonBack], AtRisk, silent),
                new([AtRisk], Dormant, new SilenceTrigger(ActivityTypes.Purchase, dormantDays)),
                new([Dormant], Lost, new SilenceTrigger(ActivityTypes.Purchase, lostDays)),
            ]);
    }
}
