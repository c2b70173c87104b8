using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>churn</c> measures.</summary>
/// <param name="Rows">How many customers there are.</param>
/// <param name="Positives">For how many of them the event happened.</param>
/// <param name="Folds">How many folds.</param>
/// <param name="Repetitions">Over how many repetitions the time is a median.</param>
/// <param name="Logistic">Logistic regression with the library's defaults.</param>
/// <param name="Boosting">Gradient boosting with the library's defaults.</param>
internal sealed record ChurnMeasures(int Rows, int Positives, int Folds, int Repetitions, ChurnMeasure Logistic, ChurnMeasure Boosting)
{
    public string ToJson() => JsonSerializer.Serialize(this, ChurnMeasuresJson.Default.ChurnMeasures);

    public void Print(TextWriter screen)
    {
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:#,0} customers, {Positives:#,0} positive ({(double)Positives / Rows:0.00 %}), means over {Folds} folds, time the median of {Repetitions}"));
        screen.WriteLine($"{"",-10}{"auc",9}{"averagePrecision",18}{"logLoss",10}{"brier",10}{"liftTop10",11}{"seconds",10}");
        foreach ((string name, ChurnMeasure measure) in new[] { ("logistic", Logistic), ("boosting", Boosting) })
        {
            screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10}{measure.Auc,9:0.00000}{measure.AveragePrecision,18:0.00000}{measure.LogLoss,10:0.00000}{measure.Brier,10:0.00000}{measure.LiftTop10,11:0.000}{measure.Seconds,10:0.0000}"));
        }
    }
}
