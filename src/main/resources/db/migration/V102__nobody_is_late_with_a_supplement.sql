-- The window of a supplement closes on its last day itself, so that nobody is ever overdue with it.
delete from escalation_rules where step = 'self-assessment.supplement';
