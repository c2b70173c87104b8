using Quickstart;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

return await QuickstartProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);
