// Fills in the name of the person who was clicked; the password stays for the person to type.
document.addEventListener('click', (event) => {
  const person = event.target.closest('[data-username]');
  if (!person) return;
  document.getElementById('username').value = person.dataset.username;
  document.getElementById('password').focus();
});
